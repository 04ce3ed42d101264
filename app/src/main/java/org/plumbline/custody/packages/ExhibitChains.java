package org.plumbline.custody.packages;

import org.plumbline.custody.Exhibit;
import org.plumbline.custody.acts.Chains;
import org.plumbline.custody.acts.RecordedAct;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The chains of custody of exhibits, as a package gives them out. */
@Component
class ExhibitChains {
    private final Chains chains;

    ExhibitChains(Chains chains) {
        this.chains = chains;
    }

    /** Inside the transaction of an act or a consultation; absent where the acting person does not see the exhibit. */
    CustodyChain of(CaseId caseId, Exhibit exhibit) {
        Chains.Of recorded = chains.of(caseId, exhibit.id());
        return new CustodyChain(
                Chains.receipt(exhibit),
                recorded.acts().stream().map(RecordedAct::signed).toList());
    }
}
