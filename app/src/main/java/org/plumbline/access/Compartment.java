package org.plumbline.access;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/**
 * A part of a case for those who need to know it. Nobody else learns that it exists.
 *
 * @param series the part of the case's running numbers that it has for itself, from 1
 * @param reason why it was made
 */
public record Compartment(
        UUID id, CaseId caseId, int series, String name, String reason, Instant madeAt, MemberId madeBy) {

    /** That a member was admitted to a compartment, by whom, when and why. */
    public record Admission(
            UUID id, UUID compartment, MemberId member, String reason, Instant admittedAt, MemberId admittedBy) {}
}
