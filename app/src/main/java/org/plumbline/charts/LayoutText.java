package org.plumbline.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A layout as the JSON text that is kept: one short row an entity, {@code [id, x, y, marks]}. */
final class LayoutText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PINNED = 1;
    private static final int HIDDEN = 2;

    private LayoutText() {}

    static String write(Layout layout) {
        var root = JSON.createObjectNode();
        var rows = root.putArray("places");
        for (Layout.Place place : layout.places()) {
            var row = rows.addArray().add(place.entity().toString());
            place.at()
                    .ifPresentOrElse(
                            at -> row.add(at.x()).add(at.y()),
                            () -> row.addNull().addNull());
            row.add((place.pinned() ? PINNED : 0) + (place.hidden() ? HIDDEN : 0));
        }
        if (!layout.filter().isEmpty()) {
            root.set("filter", JSON.readTree(layout.filter()));
        }
        return JSON.writeValueAsString(root);
    }

    static Layout read(String text) {
        JsonNode root = JSON.readTree(text);
        List<Layout.Place> places = new ArrayList<>();
        for (JsonNode row : root.path("places")) {
            int marks = row.get(3).asInt();
            places.add(new Layout.Place(
                    UUID.fromString(row.get(0).asString()),
                    row.get(1).isNull()
                            ? Optional.empty()
                            : Optional.of(new Layout.Spot(
                                    row.get(1).asDouble(), row.get(2).asDouble())),
                    (marks & PINNED) != 0,
                    (marks & HIDDEN) != 0));
        }
        JsonNode filter = root.path("filter");
        return new Layout(places, filter.isObject() ? JSON.writeValueAsString(filter) : "");
    }
}
