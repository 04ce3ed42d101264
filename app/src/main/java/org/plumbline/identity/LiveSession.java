package org.plumbline.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which a member is signed in.
 *
 * @param browser its family as it named itself at sign-in, a message key's last word such as {@code firefox}
 * @param system what it runs on, likewise, such as {@code android}
 * @param lastUsed to the minute
 * @param current whether the acting person acts through it
 */
public record LiveSession(UUID id, String browser, String system, Instant begun, Instant lastUsed, boolean current) {}
