package org.plumbline.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Moment;
import org.plumbline.kernel.Stamp;

/**
 * An entry of the journal: a draft until signed off, then immutable.
 *
 * @param happened when what it tells of happened
 * @param corrects the signed-off entry this one corrects
 * @param signedOffAt absent while it is a draft
 */
public record JournalEntry(
        UUID id,
        Stamp stamp,
        String heading,
        String body,
        Moment happened,
        Optional<UUID> corrects,
        Optional<Instant> signedOffAt) {}
