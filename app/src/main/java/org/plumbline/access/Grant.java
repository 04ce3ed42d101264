package org.plumbline.access;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/** A member's live standing in a case, and who gave it, when and why. */
public record Grant(
        UUID id, CaseId caseId, MemberId member, Standing standing, String reason, Instant givenAt, MemberId givenBy) {}
