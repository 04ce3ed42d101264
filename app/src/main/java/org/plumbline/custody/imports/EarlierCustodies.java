package org.plumbline.custody.imports;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The custody that exhibits had before they came, inside the transaction of an act or a consultation. */
@Component
public class EarlierCustodies {
    private final PackageImportTable table;

    EarlierCustodies(PackageImportTable table) {
        this.table = table;
    }

    /** Of those among these exhibits that came out of a package, in the order in which they came. */
    public List<EarlierCustody> of(CaseId caseId, Collection<UUID> exhibits) {
        return table.before(caseId, exhibits);
    }
}
