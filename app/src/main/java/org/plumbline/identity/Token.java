package org.plumbline.identity;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.MemberId;

/** An API token of a member; the secret itself is shown once and kept only as a hash. */
public record Token(UUID id, MemberId member, String name, boolean mayWrite, Instant expiresAt) {}
