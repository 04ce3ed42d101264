package org.plumbline.identity;

import java.time.Instant;
import java.util.Optional;
import org.plumbline.kernel.MemberId;

/**
 * What somebody decided about a member: who, when and why.
 *
 * @param by absent where nobody was acting, as in the sample
 * @param reason may be empty where none was asked for
 */
public record Step(Optional<MemberId> by, Instant at, String reason) {}
