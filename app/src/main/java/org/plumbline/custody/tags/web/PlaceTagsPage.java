package org.plumbline.custody.tags.web;

import java.util.List;
import org.plumbline.custody.places.Place;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Tab;

/** Tags of a storage place and of those in it. */
public record PlaceTagsPage(Place place, TagSheet sheet) {
    public List<Tab> crumbs(Texts texts) {
        return List.of(
                new Tab(texts.say("places.title"), "/storage-places", "", false),
                new Tab(place.name(), "/storage-places/" + place.id(), "", false),
                new Tab(texts.say("tags.title"), sheet.action(), "", true));
    }
}
