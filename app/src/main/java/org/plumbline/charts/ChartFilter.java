package org.plumbline.charts;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a saved chart leaves out, read as the page's script reads it. */
record ChartFilter(Set<String> typesOff, Set<String> kindsOff, Optional<Span> within, boolean undated) {
    ChartFilter {
        typesOff = Set.copyOf(typesOff);
        kindsOff = Set.copyOf(kindsOff);
    }

    static ChartFilter of(Layout layout) {
        if (layout.filter().isEmpty()) {
            return new ChartFilter(Set.of(), Set.of(), Optional.empty(), true);
        }
        JsonNode filter = JsonMapper.shared().readTree(layout.filter());
        var span = new Span(text(filter.path("from")), text(filter.path("to")));
        return new ChartFilter(
                words(filter.path("typesOff")),
                words(filter.path("kindsOff")),
                span.from().isEmpty() && span.until().isEmpty() ? Optional.empty() : Optional.of(span),
                !filter.path("undated").isBoolean() || filter.path("undated").asBoolean());
    }

    boolean passes(ChartLink link) {
        if (typesOff.contains(link.type()) || kindsOff.contains(kind(link))) {
            return false;
        }
        boolean dated = link.from().isPresent() || link.until().isPresent();
        return dated ? within.map(span -> span.touches(link)).orElse(true) : undated;
    }

    /** Whether an entity is drawn: one whose every link is filtered away is not, unless it is pinned. */
    boolean draws(Layout.Place place, Set<UUID> linked, Set<UUID> touched) {
        boolean filters = !typesOff.isEmpty() || !kindsOff.isEmpty() || within.isPresent() || !undated;
        UUID entity = place.entity();
        return !place.hidden() && (linked.contains(entity) || place.pinned() || !touched.contains(entity) || !filters);
    }

    private static String kind(ChartLink link) {
        if (link.assessment()) {
            return "assessment";
        }
        return link.conflict() ? "conflict" : "fact";
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.asString().isBlank() ? Optional.of(node.asString()) : Optional.empty();
    }

    private static Set<String> words(JsonNode list) {
        var words = new HashSet<String>();
        list.forEach(word -> words.add(word.asString("")));
        return words;
    }
}
