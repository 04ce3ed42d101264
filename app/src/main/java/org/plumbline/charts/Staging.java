package org.plumbline.charts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.charts.picture.Scene;

/**
 * Puts on stage what a saved chart shows: without what is hidden or filtered away, each entity where it was placed. A
 * chart that nobody has arranged stands in a circle; single entities without a place stand in rows below the others.
 */
record Staging(Layout layout, Net net, ChartPicture.Words words) {
    /** Room that an entity with its name needs. */
    private static final double APART = 170;

    private static final int IN_A_ROW = 8;

    Scene scene() {
        ChartFilter filter = ChartFilter.of(layout);
        Map<UUID, ChartNode> nodes = net.byId();
        Set<UUID> hidden = new HashSet<>();
        layout.places().stream().filter(Layout.Place::hidden).forEach(place -> hidden.add(place.entity()));
        List<ChartLink> links = net.links().stream()
                .filter(filter::passes)
                .filter(link -> !hidden.contains(link.source()) && !hidden.contains(link.target()))
                .toList();
        Set<UUID> linked = ends(links);
        Set<UUID> touched = ends(net.links());
        List<Layout.Place> drawn = layout.places().stream()
                .filter(place -> nodes.containsKey(place.entity()) && filter.draws(place, linked, touched))
                .toList();
        var figures = new LinkedHashMap<UUID, Scene.Figure>();
        spots(drawn).forEach((id, at) -> {
            ChartNode node = nodes.get(id);
            if (node != null) {
                figures.put(
                        id, new Scene.Figure(at.x(), at.y(), node.schema(), words.entity(node), words.letter(node)));
            }
        });
        return new Scene(
                figures,
                links.stream()
                        .filter(link -> figures.containsKey(link.source()) && figures.containsKey(link.target()))
                        .map(link -> new Scene.Line(link.source(), link.target(), words.link(link), knowledge(link)))
                        .toList());
    }

    private static Map<UUID, Layout.Spot> spots(List<Layout.Place> drawn) {
        var spots = new LinkedHashMap<UUID, Layout.Spot>();
        drawn.forEach(place -> place.at().ifPresent(at -> spots.put(place.entity(), at)));
        List<UUID> bare = drawn.stream()
                .map(Layout.Place::entity)
                .filter(id -> !spots.containsKey(id))
                .toList();
        return spots.isEmpty() ? circle(bare) : rowsBelow(spots, bare);
    }

    private static Map<UUID, Layout.Spot> circle(List<UUID> entities) {
        var spots = new LinkedHashMap<UUID, Layout.Spot>();
        double radius = entities.size() < 2 ? 0 : Math.max(APART, entities.size() * APART / (2 * Math.PI));
        for (int i = 0; i < entities.size(); i++) {
            double angle = 2 * Math.PI * i / entities.size() - Math.PI / 2;
            spots.put(entities.get(i), new Layout.Spot(radius * Math.cos(angle), radius * Math.sin(angle)));
        }
        return spots;
    }

    private static Map<UUID, Layout.Spot> rowsBelow(Map<UUID, Layout.Spot> placed, List<UUID> bare) {
        var spots = new LinkedHashMap<>(placed);
        double left = placed.values().stream().mapToDouble(Layout.Spot::x).min().orElse(0);
        double below =
                placed.values().stream().mapToDouble(Layout.Spot::y).max().orElse(0) + APART;
        for (int i = 0; i < bare.size(); i++) {
            spots.put(
                    bare.get(i),
                    new Layout.Spot(left + i % IN_A_ROW * APART, below + Math.floorDiv(i, IN_A_ROW) * APART));
        }
        return spots;
    }

    private static Set<UUID> ends(List<ChartLink> links) {
        var ends = new HashSet<UUID>();
        links.stream().flatMap(link -> Stream.of(link.source(), link.target())).forEach(ends::add);
        return ends;
    }

    private static Scene.Knowledge knowledge(ChartLink link) {
        if (link.assessment()) {
            return Scene.Knowledge.ASSESSMENT;
        }
        return link.conflict() ? Scene.Knowledge.CONFLICT : Scene.Knowledge.FACT;
    }
}
