package org.plumbline.access;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/**
 * What closes a case to everybody until it is lifted by another order.
 *
 * @param order court, file number and date
 */
public record CourtSeal(UUID id, CaseId caseId, String order, Instant placedAt, MemberId placedBy) {}
