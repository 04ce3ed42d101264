package org.plumbline.custody.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/** What somebody could do who holds a case's key: other bytes in the place of an exhibit's, and every segment opens. */
public final class ForgedObject {
    private ForgedObject() {}

    /** Puts content of the case in the place of other content of it, and binds it there. */
    public static void put(Path data, CaseKeys keys, CaseId caseId, Digest content, Digest inPlaceOf)
            throws IOException {
        CaseKey key = keys.of(caseId);
        Path forged = path(data, key, caseId, inPlaceOf);
        Files.copy(path(data, key, caseId, content), forged, StandardCopyOption.REPLACE_EXISTING);
        byte[] first = new byte[ObjectHeader.BYTES];
        try (FileChannel file = FileChannel.open(forged, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int read = file.read(ByteBuffer.wrap(first), 0);
            assert read == first.length;
            ObjectHeader header = ObjectHeader.parse(first).orElseThrow();
            file.write(ByteBuffer.wrap(key.binding(header.id(), inPlaceOf)), ObjectHeader.FIXED);
        }
    }

    private static Path path(Path data, CaseKey key, CaseId caseId, Digest content) {
        String name = key.name(content);
        return data.resolve("vault")
                .resolve(caseId.toString())
                .resolve(name.substring(0, 2))
                .resolve(name);
    }
}
