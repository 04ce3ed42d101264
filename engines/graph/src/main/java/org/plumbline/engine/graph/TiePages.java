package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of one entity's links. */
final class TiePages {
    private final Graph graph;
    private final Walk walk;

    TiePages(Graph graph, Walk walk) {
        this.graph = graph;
        this.walk = walk;
    }

    Ties page(int entity, Optional<Ties.Tie> after, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("Asked for a page of " + most + " links; ask for 1 or more");
        }
        List<Ties.Tie> page = new ArrayList<>();
        walk.open(entity, after.map(tie -> firstAfter(entity, tie)).orElse(0));
        while (walk.next()) {
            Ties.Tie tie = tie(walk.kind(), walk.other(), walk.link());
            if (after.isPresent() && after.get().order(tie) >= 0) {
                continue;
            }
            if (page.size() == most) {
                return new Ties(page, End.LIMIT);
            }
            page.add(tie);
        }
        return new Ties(page, walk.end());
    }

    private Ties.Tie tie(int kind, int other, int link) {
        return new Ties.Tie(
                graph.linkId(link),
                graph.overlay().kindTable().kind(kind >> 1).type(),
                (kind & 1) == 1,
                graph.id(other));
    }

    /** How many entries of the base's row come before a link or are it: found by halves, since a row may be long. */
    private int firstAfter(int entity, Ties.Tie tie) {
        Base base = graph.base();
        if (entity >= base.entities()) {
            return 0;
        }
        int first = base.rows()[entity];
        int last = base.rows()[entity + 1];
        while (first < last) {
            int middle = (first + last) >>> 1;
            Ties.Tie here = tie(base.kinds()[middle], base.others()[middle], base.links()[middle]);
            if (here.order(tie) <= 0) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first - base.rows()[entity];
    }
}
