package org.plumbline.identity.ways;

import java.time.Instant;
import org.plumbline.kernel.MemberId;

/**
 * Whether an organisation's members may sign in by password and code: from when on, who decided it and why.
 *
 * @param allowed what was decided
 */
public record PasswordDecision(boolean allowed, String reason, Instant at, MemberId by) {}
