package org.plumbline.access;

import java.time.Instant;
import org.plumbline.kernel.MemberId;

/** A standing that has ended, with who ended it, when and why. */
public record EndedGrant(Grant grant, Instant endedAt, MemberId endedBy, String reason) {}
