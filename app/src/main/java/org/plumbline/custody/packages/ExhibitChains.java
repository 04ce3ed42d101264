package org.plumbline.custody.packages;

import java.util.List;
import java.util.Optional;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** The chains of custody of exhibits, as a package gives them out. */
@Component
class ExhibitChains {
    /** Inside the transaction of an act or a consultation. */
    CustodyChain of(CaseId caseId, Exhibit exhibit) {
        if (!exhibit.stamp().caseId().equals(Optional.of(caseId))) {
            throw Refusal.absent().asException();
        }
        return new CustodyChain(receipt(exhibit), List.of());
    }

    private static Receipt receipt(Exhibit exhibit) {
        return new Receipt(
                exhibit.id(),
                exhibit.stamp().owner().value(),
                exhibit.stamp().caseId().orElseThrow().value(),
                exhibit.reference(),
                exhibit.name(),
                exhibit.origin().code(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(exhibit.content().digest().hex()),
                Optional.of(exhibit.content().bytes()),
                Optional.empty(),
                exhibit.stamp().recordedAt(),
                exhibit.stamp().recordedBy().value());
    }
}
