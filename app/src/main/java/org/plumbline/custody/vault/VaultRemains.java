package org.plumbline.custody.vault;

import org.plumbline.cases.erasure.CaseRemains;
import org.plumbline.cases.erasure.Left;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The objects of an erased case, and what was arriving for it. */
@Component
class VaultRemains implements CaseRemains {
    private final Vault vault;

    VaultRemains(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String place() {
        return "vault";
    }

    @Override
    public Left clear(CaseId caseId) {
        vault.erase(caseId);
        return Left.NOTHING;
    }
}
