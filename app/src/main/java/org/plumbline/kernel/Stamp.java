package org.plumbline.kernel;

import java.time.Instant;
import java.util.Optional;

/**
 * What every protected row carries.
 *
 * @param owner the organisation that owns the record
 * @param label the label that decides who may see it
 * @param caseId the case it belongs to; absent for records outside any case
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 * @param version counts up with each change; forms and If-Match carry it
 */
public record Stamp(
        OrganisationId owner,
        LabelId label,
        Optional<CaseId> caseId,
        Instant recordedAt,
        MemberId recordedBy,
        int version) {}
