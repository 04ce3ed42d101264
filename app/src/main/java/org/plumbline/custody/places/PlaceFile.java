package org.plumbline.custody.places;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.identity.Step;

/**
 * A storage place with how it came to be so.
 *
 * @param tree all places of the organisation, to say where it stands
 * @param wordings its names and the places it stood in, latest first
 */
public record PlaceFile(Place place, PlaceTree tree, List<Wording> wordings) {
    public PlaceFile {
        wordings = List.copyOf(wordings);
    }

    /** What it was called and stood in from then on, and who said so. */
    public record Wording(int version, String name, Optional<UUID> parent, Step said) {}
}
