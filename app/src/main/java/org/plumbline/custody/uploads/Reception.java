package org.plumbline.custody.uploads;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.custody.UploadTaker;
import org.plumbline.custody.vault.Arriving;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Makes an exhibit of an upload whose last byte has arrived: exhibit, line of the ledger and end of the upload in one
 * transaction. Cut off before it, all is still there and is received when it is asked for again.
 */
@Service
@Application
class Reception {
    private static final Action RECEIVE = new Action("custody.receive-upload", Right.WRITE);
    private static final Action REFUSE = new Action("custody.refuse-upload", Right.WRITE);

    private final Acts acts;
    private final Stamps stamps;
    private final UploadTaker taker;
    private final UploadTable table;

    Reception(Acts acts, Stamps stamps, UploadTaker taker, UploadTable table) {
        this.acts = acts;
        this.stamps = stamps;
        this.taker = taker;
        this.table = table;
    }

    /**
     * Answers the exhibit.
     *
     * @throws Refused when it can't be kept: nothing of it is then, and the upload has ended
     */
    public UUID receive(Upload upload, Arriving arriving) {
        Incoming incoming = arriving.finish();
        try {
            UUID exhibit = acts.perform(RECEIVE, Scope.of(upload.caseId()), () -> {
                requireStated(upload, incoming);
                UUID made = taker.take(upload.caseId(), upload.to(), upload.as(), incoming);
                end(upload, Upload.End.RECEIVED, Optional.of(made));
                return Noted.of(made).with("upload", upload.id()).with("sha256", incoming.digest());
            });
            incoming.close();
            return exhibit;
        } catch (Refused refused) {
            incoming.close();
            refuse(upload);
            throw refused;
        }
    }

    private void refuse(Upload upload) {
        CaseId caseId = upload.caseId();
        try {
            acts.perform(REFUSE, Scope.of(caseId), () -> {
                end(upload, Upload.End.REFUSED, Optional.empty());
                return Noted.of(upload).with("upload", upload.id());
            });
        } catch (Refused mayNotWrite) {
            // Its bytes are gone all the same: whoever asks is told that it is over.
        }
    }

    private void end(Upload upload, Upload.End how, Optional<UUID> exhibit) {
        table.end(upload.id(), stamps.inCase(upload.caseId()), how, exhibit);
    }

    private static void requireStated(Upload upload, Incoming incoming) {
        upload.sha256().filter(stated -> !stated.equals(incoming.digest())).ifPresent(stated -> {
            throw Refusal.of(
                            Refusal.Kind.DAMAGED,
                            "upload-digest-differs",
                            Map.of(
                                    "stated",
                                    stated.hex(),
                                    "found",
                                    incoming.digest().hex()))
                    .asException();
        });
    }
}
