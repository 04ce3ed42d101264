package org.plumbline.custody.tags;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.acts.ExhibitCodes;
import org.springframework.stereotype.Component;

/** The tags of exhibits, as acts of custody ask for them. */
@Component
class StuckOnExhibits implements ExhibitCodes {
    private final TagTable table;

    StuckOnExhibits(TagTable table) {
        this.table = table;
    }

    @Override
    public Optional<UUID> exhibit(String typed) {
        return TagCode.read(typed).flatMap(table::exhibit).map(Tagged.OfExhibit::id);
    }
}
