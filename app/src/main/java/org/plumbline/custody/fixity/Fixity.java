package org.plumbline.custody.fixity;

import java.util.Collection;
import java.util.Map;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** When content that somebody sees already was looked at last, and what came out. */
@Service
@Application
public class Fixity {
    private static final Action READ = new Action("custody.read-fixity", Right.READ);

    private final Acts acts;
    private final FixityTable table;

    Fixity(Acts acts, FixityTable table) {
        this.acts = acts;
        this.table = table;
    }

    /** The newest check of each; none for what was never looked at since it came. */
    public Map<Digest, FixityCheck> newest(CaseId caseId, Collection<Digest> digests) {
        return acts.consult(
                READ,
                Scope.of(caseId),
                () -> Noted.of(table.newest(
                        caseId, digests.stream().map(Digest::hex).distinct().toList())));
    }
}
