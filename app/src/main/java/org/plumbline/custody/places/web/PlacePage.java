package org.plumbline.custody.places.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.PlaceFile;
import org.plumbline.identity.Step;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;
import org.plumbline.site.web.Tab;

/**
 * One storage place: what it is called and stands in, and the forms that change and close it.
 *
 * @param keeps whether the reader may change it
 * @param form of the change
 * @param closing of the closing
 * @param names of everybody who decided something
 */
public record PlacePage(PlaceFile file, boolean keeps, Form form, Form closing, Map<MemberId, String> names) {
    public PlacePage {
        names = Map.copyOf(names);
    }

    /** What the form of a change starts with. */
    static Form form(Place place) {
        return Form.of(Map.of(
                "name",
                place.name(),
                "parent",
                place.parent().map(UUID::toString).orElse("")));
    }

    /** Everybody whose name the page says. */
    static List<MemberId> people(PlaceFile file) {
        return Stream.concat(file.wordings().stream().map(PlaceFile.Wording::said), file.place().closed().stream())
                .flatMap(step -> step.by().stream())
                .distinct()
                .toList();
    }

    public String href() {
        return "/storage-places/" + file.place().id();
    }

    /** Whether the forms are shown. */
    public boolean mayChange() {
        return keeps && file.place().isOpen();
    }

    /** What was refused of either form, for the top of the page. */
    public Form refused() {
        return closing.errors().isEmpty() ? form : closing;
    }

    public List<Tab> crumbs(Texts texts) {
        Stream<Tab> path = file.tree().path(file.place().id()).stream()
                .map(place -> new Tab(
                        place.name(),
                        "/storage-places/" + place.id(),
                        "",
                        place.id().equals(file.place().id())));
        return Stream.concat(Stream.of(new Tab(texts.say("places.title"), "/storage-places", "", false)), path)
                .toList();
    }

    /** The open places that stand in it. */
    public List<Place> below() {
        return file.tree().inOrder().stream()
                .filter(place -> place.parent().equals(Optional.of(file.place().id())))
                .toList();
    }

    /** Where it could be moved: not into itself. */
    public List<Option> parents() {
        Set<UUID> own = file.tree().within(file.place().id());
        return PlacesPage.options(file.tree().inOrder().stream()
                .filter(place -> !own.contains(place.id()))
                .toList());
    }

    /** One wording in words: the name, and in what it stood. */
    public String said(PlaceFile.Wording wording, Texts texts) {
        return wording.parent()
                .flatMap(file.tree()::find)
                .map(parent -> texts.say("places.said.in", "name", wording.name(), "parent", parent.name()))
                .orElseGet(() -> texts.say("places.said.top", "name", wording.name()));
    }

    /** Who decided something; empty where that is not known. */
    public String by(Step step) {
        return step.by().map(by -> names.getOrDefault(by, "")).orElse("");
    }
}
