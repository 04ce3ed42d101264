package org.plumbline.engine.graph;

import java.util.BitSet;
import java.util.List;

/** What decides whether a link is followed, one array for each property. */
final class Links {
    private final short[] types;
    private final int[] labels;
    private final int[] from;
    private final int[] until;
    private final int[] collections;

    Links(List<Link> links) {
        types = new short[links.size()];
        labels = links.stream().mapToInt(Link::label).toArray();
        from = links.stream().mapToInt(Link::from).toArray();
        until = links.stream().mapToInt(Link::until).toArray();
        collections = links.stream().mapToInt(Link::collection).toArray();
        for (int at = 0; at < types.length; at++) {
            types[at] = (short) links.get(at).type();
        }
    }

    boolean follows(int link, Question question, BitSet seen) {
        return seen.get(labels[link])
                && from[link] <= question.until()
                && until[link] >= question.from()
                && (question.types().isEmpty() || question.types().contains((int) types[link]))
                && (question.collections().isEmpty() || question.collections().contains(collections[link]));
    }
}
