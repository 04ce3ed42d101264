package org.plumbline.access;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/**
 * Something that binds a whole case until it is lifted: a legal hold or a court's seal.
 *
 * @param ground the reason of the hold, or the order of the court
 */
public record Closure(UUID id, CaseId caseId, String ground, Instant placedAt, MemberId placedBy) {}
