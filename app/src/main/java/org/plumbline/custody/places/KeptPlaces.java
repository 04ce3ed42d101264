package org.plumbline.custody.places;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.acts.PlaceChoices;
import org.springframework.stereotype.Component;

/** The storage places of the organisation, as acts of custody name them. */
@Component
class KeptPlaces implements PlaceChoices {
    private final Places places;

    KeptPlaces(Places places) {
        this.places = places;
    }

    @Override
    public List<org.plumbline.engine.evidence.custody.Place> choices() {
        return places.open().stream().map(KeptPlaces::named).toList();
    }

    @Override
    public Optional<org.plumbline.engine.evidence.custody.Place> find(UUID id) {
        return places.find(id).map(KeptPlaces::named);
    }

    @Override
    public boolean isOpen(UUID id) {
        return places.find(id).filter(Place::isOpen).isPresent();
    }

    private static org.plumbline.engine.evidence.custody.Place named(Place place) {
        return new org.plumbline.engine.evidence.custody.Place(place.id(), place.code(), place.path());
    }
}
