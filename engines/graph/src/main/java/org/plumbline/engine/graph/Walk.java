package org.plumbline.engine.graph;

import java.util.BitSet;

/**
 * One question being answered: gives the visible links of one entity after another, and counts them. For one thread.
 */
final class Walk {
    private static final int[] NO_ENTRIES = {};
    private static final int NOW_AND_THEN = (1 << 14) - 1;

    private final Graph graph;
    private final Base base;
    private final Overlay overlay;
    private final Question question;
    private final boolean period;
    private final boolean layered;
    private final long[] followed;
    private final long[] seen;
    private final boolean[] seenSets;
    private final BitSet restated = new BitSet();
    private int left;
    private End end = End.WHOLE;

    private int at;
    private int last;
    private int[] came = NO_ENTRIES;
    private int cameAt;

    private int other;
    private int kind;
    private int entry;

    Walk(Graph graph, Question question) {
        this.graph = graph;
        this.question = question;
        base = graph.base();
        overlay = graph.overlay();
        layered = !overlay.isEmpty();
        period = question.hasPeriod();
        BitSet labels = question.labels();
        followed = overlay.kindTable().followed(question);
        seen = graph.sights().entities(labels);
        seenSets = layered ? overlay.labelSets().seen(labels) : new boolean[0];
        overlay.restated().keySet().forEach(restated::set);
        left = question.links();
    }

    boolean sees(int entity) {
        if (layered && (entity >= base.entities() || restated.get(entity))) {
            return seenSets[graph.set(entity)];
        }
        return isSet(seen, entity);
    }

    End end() {
        return end;
    }

    /** Goes to the row of an entity; false when the walk has ended. */
    boolean open(int entity) {
        return open(entity, 0);
    }

    /** @param skipped how many of the base's entries are left out at the beginning of the row */
    boolean open(int entity, int skipped) {
        if (question.cancelled().getAsBoolean()) {
            end = End.CANCELLED;
        }
        boolean based = entity < base.entities();
        at = based ? base.rows()[entity] + skipped : 0;
        last = based ? base.rows()[entity + 1] : 0;
        came = layered ? overlay.row(entity) : NO_ENTRIES;
        cameAt = 0;
        return end == End.WHOLE;
    }

    /** Goes to the row's next visible link; false at the end of the row or of the walk. */
    boolean next() {
        if (layered) {
            return nextLayered();
        }
        while (at < last) {
            int place = at++;
            int to = base.others()[place];
            if (isSet(followed, base.kinds()[place]) && isSet(seen, to) && (!period || touches(base.links()[place]))) {
                other = to;
                entry = place;
                return counts();
            }
        }
        return false;
    }

    /** The entity at the other end of the link. */
    int other() {
        return other;
    }

    /** The number of the link. */
    int link() {
        return layered ? entry : base.links()[entry];
    }

    /** Twice the number of the link's kind, one more where it comes in. */
    int kind() {
        return layered ? kind : base.kinds()[entry];
    }

    private boolean nextLayered() {
        while (at < last || cameAt < came.length) {
            if (cameAt == came.length || (at < last && graph.order(at, came[cameAt]) < 0)) {
                kind = base.kinds()[at];
                other = base.others()[at];
                entry = base.links()[at++];
            } else {
                Overlay.Came link = overlay.links().get(came[cameAt] >> 1);
                kind = 2 * link.kind() + (came[cameAt] & 1);
                other = (came[cameAt] & 1) == 0 ? link.target() : link.source();
                entry = base.linkCount() + (came[cameAt++] >> 1);
            }
            if (isSet(followed, kind)
                    && !overlay.goneLinks().get(entry)
                    && sees(other)
                    && (!period || touches(entry))) {
                return counts();
            }
        }
        return false;
    }

    private boolean touches(int link) {
        return graph.from(link) <= question.until() && graph.until(link) >= question.from();
    }

    private boolean counts() {
        if ((left & NOW_AND_THEN) == 0 && question.cancelled().getAsBoolean()) {
            end = End.CANCELLED;
        } else if (left == 0) {
            end = End.LIMIT;
        }
        left--;
        return end == End.WHOLE;
    }

    private static boolean isSet(long[] bits, int at) {
        return (bits[at >> 6] & (1L << at)) != 0;
    }
}
