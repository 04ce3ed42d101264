package org.plumbline.identity.ways;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;

/**
 * A passkey of a member: a key pair whose private half never leaves the member's device or key store.
 *
 * @param name as the member calls it
 * @param transports how the browser reaches it, in the words of W3C WebAuthn
 * @param backedUp whether its maker keeps a copy outside the device
 * @param used when it last signed in; absent when never
 */
public record Passkey(
        UUID id,
        MemberId member,
        String name,
        List<String> transports,
        boolean backedUp,
        Instant made,
        Optional<Instant> used) {
    public Passkey {
        transports = List.copyOf(transports);
    }
}
