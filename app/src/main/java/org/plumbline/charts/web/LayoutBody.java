package org.plumbline.charts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.charts.Layout;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refusal;
import tools.jackson.databind.JsonNode;

/** A layout as the page or a program sends it; nothing of it is trusted. */
record LayoutBody(
        @Nullable String title,
        @Nullable List<Node> nodes,
        @Nullable JsonNode filter) {
    private static final int MOST_NODES = 5_000;
    private static final int LONGEST_FILTER = 20_000;

    /** One entity's place. */
    record Node(
            @Nullable UUID id,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Boolean pinned,
            @Nullable Boolean hidden) {}

    String called() {
        return title == null ? "" : title;
    }

    /** @throws org.plumbline.kernel.Refused with what is wrong with it */
    Layout layout() {
        List<Node> sent = nodes == null ? List.of() : nodes;
        var input = new Input();
        if (sent.size() > MOST_NODES) {
            throw Refusal.of(
                            Refusal.Kind.TOO_LARGE,
                            "chart-too-large",
                            Map.of("count", "" + sent.size(), "most", "" + MOST_NODES))
                    .asException();
        }
        String filterText = filter == null || !filter.isObject() ? "" : filter.toString();
        if (filterText.length() > LONGEST_FILTER) {
            input.refuse(
                    "filter",
                    "field-too-long",
                    Map.of("length", "" + filterText.length(), "longest", "" + LONGEST_FILTER));
        }
        List<Layout.Place> places =
                sent.stream().flatMap(node -> place(node, input).stream()).toList();
        if (places.stream().map(Layout.Place::entity).distinct().count() < places.size()) {
            input.refuse("nodes", "chart-entity-twice", Map.of());
        }
        input.check();
        return new Layout(places, filterText);
    }

    private static Optional<Layout.Place> place(Node node, Input input) {
        UUID id = node.id();
        Double x = node.x();
        Double y = node.y();
        if (id == null) {
            input.refuse("nodes", "field-missing", Map.of());
            return Optional.empty();
        }
        try {
            Optional<Layout.Spot> at = x == null || y == null ? Optional.empty() : Optional.of(new Layout.Spot(x, y));
            return Optional.of(
                    new Layout.Place(id, at, Boolean.TRUE.equals(node.pinned()), Boolean.TRUE.equals(node.hidden())));
        } catch (IllegalArgumentException e) {
            input.refuse("nodes", "chart-place-too-far", Map.of("x", "" + x, "y", "" + y));
            return Optional.empty();
        }
    }
}
