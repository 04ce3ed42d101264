package org.plumbline.documents;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.Received;
import org.plumbline.custody.UploadTaker;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Takes what arrived in pieces into an ingestion: the one that was named, or one by itself that is read at once. */
@Component
class UploadedFiles implements UploadTaker {
    private static final int LONGEST_TITLE = 200;

    private final Ingestions ingestions;

    UploadedFiles(Ingestions ingestions) {
        this.ingestions = ingestions;
    }

    @Override
    public void refuseEarly(CaseId caseId, Destination to) {
        ingestions.refuseEarly(caseId, to.ingestion(), to.purpose());
    }

    @Override
    public UUID take(CaseId caseId, Destination to, Received as, Incoming incoming) {
        if (to.ingestion().isPresent()) {
            return ingestions.add(caseId, to.ingestion().get(), as, incoming).exhibit();
        }
        String title = as.name().substring(0, Math.min(as.name().length(), LONGEST_TITLE));
        UUID alone =
                ingestions.begin(caseId, title, Optional.of(1), to.purpose()).id();
        UUID exhibit = ingestions.add(caseId, alone, as, incoming).exhibit();
        ingestions.complete(caseId, alone);
        return exhibit;
    }
}
