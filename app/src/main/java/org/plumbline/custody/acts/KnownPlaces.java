package org.plumbline.custody.acts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Place;
import org.plumbline.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The storage places that acts can name: open ones of the organisation. Nothing is put into one that was closed. */
@Component
class KnownPlaces {
    private static final String CLOSED = "custody-place-closed";

    private final Optional<PlaceChoices> choices;

    KnownPlaces(ObjectProvider<PlaceChoices> choices) {
        this.choices = Optional.ofNullable(choices.getIfAvailable());
    }

    /** The open places, in the order of their tree. */
    List<Place> open() {
        return choices.map(PlaceChoices::choices).orElse(List.of());
    }

    /** The place that the field of this name says; one that is not there, or closed, is refused. */
    Optional<Place> named(ActFields fields) {
        Optional<UUID> id = fields.maybeId("place");
        Optional<Place> place = id.flatMap(i -> choices.flatMap(c -> c.find(i)));
        if (id.isPresent() && place.isEmpty()) {
            fields.refuse("place", "not-a-place", id.get().toString());
        }
        place.filter(this::isClosed).ifPresent(p -> fields.refuse("place", CLOSED, p.name()));
        return place;
    }

    /** Refuses an act that puts its exhibit into a place that was closed, also since it was put together. */
    void stillOpen(Act act) {
        into(act.deed()).filter(this::isClosed).ifPresent(place -> {
            throw Refusal.of(Refusal.Kind.CONFLICT, CLOSED, Map.of("value", place.name()))
                    .asException();
        });
    }

    private boolean isClosed(Place place) {
        return choices.filter(c -> !c.isOpen(place.id())).isPresent();
    }

    private static Optional<Place> into(Deed deed) {
        return switch (deed) {
            case Deed.Collect collect -> collect.acquisition().place();
            case Deed.TransferIn in -> in.found().place();
            case Deed.CheckIn in -> in.found().place();
            case Deed.Move move -> Optional.of(move.place());
            case Deed.Seal seal -> Optional.empty();
            case Deed.Inspect inspect -> Optional.empty();
            case Deed.BreakSeal broken -> Optional.empty();
            case Deed.Reseal seal -> Optional.empty();
            case Deed.TransferOut out -> Optional.empty();
            case Deed.CheckOut out -> Optional.empty();
            case Deed.Copy copy -> Optional.empty();
            case Deed.Analyse analyse -> Optional.empty();
            case Deed.Split split -> Optional.empty();
            case Deed.MergeOut merge -> Optional.empty();
            case Deed.MergeIn merge -> Optional.empty();
            case Deed.Incident incident -> Optional.empty();
            case Deed.Correct correct -> Optional.empty();
            case Deed.Dispose dispose -> Optional.empty();
        };
    }
}
