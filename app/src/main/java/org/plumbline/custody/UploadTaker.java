package org.plumbline.custody;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.kernel.CaseId;

/** Port: what becomes of a file that has arrived whole in pieces; a later stage takes it in. */
public interface UploadTaker {
    /**
     * Where an upload is to go.
     *
     * @param ingestion the ingestion that it belongs to; absent where it is one by itself
     * @param purpose the purpose as the sender states it; where stated it must be the case's own
     */
    record Destination(Optional<UUID> ingestion, Optional<String> purpose) {}

    /**
     * Refuses what it would refuse once everything has arrived; inside the act that begins the upload.
     *
     * @throws org.plumbline.kernel.Refused when it is known by now
     */
    void refuseEarly(CaseId caseId, Destination to);

    /** Takes the file in, inside the act that receives it; answers the exhibit that it became. */
    UUID take(CaseId caseId, Destination to, Received as, Incoming incoming);
}
