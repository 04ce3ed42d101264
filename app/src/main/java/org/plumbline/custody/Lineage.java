package org.plumbline.custody;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.custody.Quantity;

/**
 * Where an exhibit comes from inside the case.
 *
 * @param parent the exhibit it was taken out of
 * @param root the first exhibit of that line
 * @param quantity how much of its parent it is, where it was divided off
 */
public record Lineage(Optional<UUID> parent, Optional<UUID> root, Optional<Quantity> quantity) {
    /** Of an exhibit that came in by itself. */
    public static final Lineage NONE = new Lineage(Optional.empty(), Optional.empty(), Optional.empty());
}
