package org.plumbline.audit;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;

/**
 * Which entries of an organisation's trail to list.
 *
 * @param before only entries older than this one: the cursor
 * @param kind act, consultation or refusal
 * @param member only what this member did
 */
public record TrailFilter(Optional<UUID> before, Optional<String> kind, Optional<MemberId> member) {}
