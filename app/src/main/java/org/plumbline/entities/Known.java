package org.plumbline.entities;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.plumbline.kernel.Stamp;

/**
 * What a batch of new statements may rest on and point to.
 *
 * @param sources sources of the case by identifier
 * @param schemata the kinds of entities that may be pointed to, by identifier
 * @param keys words of the batch for its own entities
 * @param stamp of what is open
 * @param marked of what the policy marks; its label is made when it is first asked for
 */
record Known(
        Map<UUID, SourceRecord> sources,
        Map<UUID, String> schemata,
        Map<String, UUID> keys,
        Stamp stamp,
        Supplier<Stamp> marked) {

    Optional<UUID> entity(String raw) {
        UUID own = keys.get(raw);
        if (own != null) {
            return Optional.of(own);
        }
        return read(raw);
    }

    static Optional<UUID> read(String raw) {
        try {
            return raw.length() == 36 ? Optional.of(UUID.fromString(raw)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
