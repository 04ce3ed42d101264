package org.plumbline.custody.acts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.custody.Place;

/** Port: the places of the acting person's organisation where exhibits can be put. */
public interface PlaceChoices {
    /** Places that can be chosen, in the order of the tree. */
    List<Place> choices();

    /** A place by its identifier, also one that is closed. */
    Optional<Place> find(UUID id);

    /** Whether something can be put there: a place of the organisation that is not closed. */
    boolean isOpen(UUID id);
}
