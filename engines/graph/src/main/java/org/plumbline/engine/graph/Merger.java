package org.plumbline.engine.graph;

/** Builds a graph whole from one that changed. */
final class Merger {
    private final Graph graph;
    private final Base base;
    private final Overlay overlay;
    private final GraphBuilder builder = new GraphBuilder();

    Merger(Graph graph) {
        this.graph = graph;
        base = graph.base();
        overlay = graph.overlay();
    }

    Graph merged() {
        for (int entity = 0; entity < graph.size(); entity++) {
            if (graph.set(entity) != 0) {
                builder.entity(new Entity(
                        graph.id(entity),
                        graph.schema(entity),
                        overlay.labelSets().labels(graph.set(entity))));
            }
        }
        for (int entity = 0; entity < base.entities(); entity++) {
            for (int entry = base.rows()[entity]; entry < base.rows()[entity + 1]; entry++) {
                if ((base.kinds()[entry] & 1) == 0) {
                    add(based(entity, entry), base.links()[entry], entity, base.others()[entry]);
                }
            }
        }
        for (int place = 0; place < overlay.links().size(); place++) {
            Overlay.Came came = overlay.links().get(place);
            add(came.link(), base.linkCount() + place, came.source(), came.target());
        }
        return builder.build();
    }

    private void add(Link link, int number, int source, int target) {
        if (!overlay.goneLinks().get(number) && graph.set(source) != 0 && graph.set(target) != 0) {
            builder.link(link);
        }
    }

    private Link based(int entity, int entry) {
        Kinds.Kind kind = base.kindTable().kind(base.kinds()[entry] >> 1);
        int number = base.links()[entry];
        return new Link(
                base.linkIds().at(number),
                kind.type(),
                graph.id(entity),
                graph.id(base.others()[entry]),
                kind.label(),
                kind.collection(),
                base.from()[number],
                base.until()[number],
                kind.strength(),
                base.recorded()[number]);
    }
}
