package org.plumbline.engine.graph;

import java.util.BitSet;

/** One question being answered: tests each link and counts those that are visible. */
final class Walk {
    private final Graph graph;
    private final Question question;
    private final BitSet seen;
    private int left;
    private End end = End.WHOLE;

    Walk(Graph graph, Question question) {
        this.graph = graph;
        this.question = question;
        seen = question.labels();
        left = question.links();
    }

    boolean sees(int entity) {
        return graph.stated(entity, seen);
    }

    End end() {
        return end;
    }

    /** Walks one level further; false when it was cut short. */
    boolean level(Side side) {
        int width = side.size();
        for (int place = side.level(); place < width; place++) {
            if (!row(side, side.at(place))) {
                return false;
            }
        }
        side.walked(width);
        return true;
    }

    private boolean row(Side side, int entity) {
        for (int entry = graph.row(entity); entry < graph.row(entity + 1); entry++) {
            if (question.cancelled().getAsBoolean()) {
                end = End.CANCELLED;
                return false;
            }
            int other = graph.other(entry);
            if (!graph.follows(entry, question, seen) || !sees(other)) {
                continue;
            }
            if (left-- == 0) {
                end = End.LIMIT;
                return false;
            }
            side.meet(other, entity, side.hops(entity) + 1);
        }
        return true;
    }
}
