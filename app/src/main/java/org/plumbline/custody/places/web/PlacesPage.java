package org.plumbline.custody.places.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.PlaceKind;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * The storage places of the organisation and, for who keeps them, the form that makes one.
 *
 * @param keeps whether the reader may make one
 * @param names of everybody who closed one
 */
public record PlacesPage(PlaceTree tree, boolean keeps, Form form, Map<MemberId, String> names) {
    public PlacesPage {
        names = Map.copyOf(names);
    }

    public List<Option> parents() {
        return options(tree.inOrder());
    }

    public List<Option> kinds(Texts texts) {
        return Arrays.stream(PlaceKind.values())
                .map(kind -> new Option(kind.code(), texts.say("places.kind." + kind.code())))
                .toList();
    }

    /** Who closed a place; empty where that is not known. */
    public String closedBy(Place place) {
        return place.closed()
                .flatMap(closed -> closed.by())
                .map(by -> names.getOrDefault(by, ""))
                .orElse("");
    }

    static List<Option> options(List<Place> places) {
        return places.stream()
                .map(place -> new Option(place.id().toString(), place.label()))
                .toList();
    }
}
