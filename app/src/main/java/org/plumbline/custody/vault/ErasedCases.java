package org.plumbline.custody.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;

/**
 * Cases that were erased while this process runs. Whoever writes bytes of a case asks after it has written, and deletes
 * them when the case is among these: a case is named here first, and its bytes are deleted then, so one of both sees
 * what the other left.
 */
final class ErasedCases {
    private final Set<CaseId> cases = ConcurrentHashMap.newKeySet();

    void add(CaseId caseId) {
        cases.add(caseId);
    }

    boolean has(CaseId caseId) {
        return cases.contains(caseId);
    }

    /** The same stream, which breaks off as soon as the case is erased. */
    InputStream until(CaseId caseId, InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                require();
                return super.read();
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                require();
                return super.read(into, from, most);
            }

            private void require() throws IOException {
                if (has(caseId)) {
                    throw new IOException("The case is erased");
                }
            }
        };
    }

    static Refused over() {
        return Refusal.of(Refusal.Kind.GONE, "upload-over", Map.of()).asException();
    }
}
