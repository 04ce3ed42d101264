package org.plumbline.custody.whereabouts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.Exhibit;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;

/**
 * How things stand with an exhibit after the last act on it.
 *
 * @param act the last act on it
 * @param number its running number in the case
 * @param custodian who answers for it
 * @param place where it is kept; absent where that is nowhere, and while it is between two people
 * @param seal the number of the seal on it
 * @param with the member who has it for a while, or to whom it was released; absent where it is somebody outside
 * @param withName the name of somebody outside; empty otherwise
 * @param until when it is due back, or must have been received
 */
public record Held(
        UUID act,
        UUID exhibit,
        OrganisationId owner,
        CaseId caseId,
        int number,
        String name,
        MemberId custodian,
        Optional<UUID> place,
        Optional<String> seal,
        Optional<MemberId> with,
        String withName,
        Optional<Instant> until) {
    public Ref ref() {
        return new Ref("exhibit", exhibit, owner);
    }

    /** The number as people write it. */
    public String reference() {
        return Exhibit.reference(number);
    }

    /** Its page. */
    public String href() {
        return "/cases/" + caseId + "/exhibits/" + exhibit;
    }

    /** Whether it should have come back, or been received, before this moment. */
    public boolean overdue(Instant now) {
        return until.filter(due -> due.isBefore(now)).isPresent();
    }
}
