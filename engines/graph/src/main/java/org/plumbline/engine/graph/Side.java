package org.plumbline.engine.graph;

import java.util.Arrays;

/** What a walk has met from one beginning, level by level, in the order of the rows. */
final class Side {
    private final Marks marks;
    private int[] met = new int[64];
    private int size;
    private int level;
    private int depth;

    Side(Marks marks, int first) {
        this.marks = marks;
        meet(first);
    }

    private Side() {
        marks = new Marks();
    }

    /** A walk that meets none of these; they are as far as no walk goes. */
    static Side avoiding(Marks marks, int first, Iterable<Integer> avoided) {
        avoided.forEach(each -> marks.put(each, Marks.AVOIDED));
        return new Side(marks, first);
    }

    /** Of a walk that may not begin. */
    static Side nowhere() {
        return new Side();
    }

    private void meet(int entity) {
        if (size == met.length) {
            met = Arrays.copyOf(met, 2 * size);
        }
        marks.put(entity, size == 0 ? 0 : depth + 1);
        met[size++] = entity;
    }

    /** Walks one level further; false when the walk ended before the level did. */
    boolean level(Walk walk) {
        int width = size;
        for (int place = level; place < width; place++) {
            if (!walk.open(met[place])) {
                return false;
            }
            while (walk.next()) {
                if (!marks.has(walk.other())) {
                    meet(walk.other());
                }
            }
            if (walk.end() != End.WHOLE) {
                return false;
            }
        }
        level = width;
        depth++;
        return true;
    }

    int depth() {
        return depth;
    }

    boolean waiting() {
        return level < size;
    }

    /** How many entities the next level begins from. */
    int width() {
        return size - level;
    }

    int size() {
        return size;
    }

    int at(int place) {
        return met[place];
    }

    boolean has(int entity) {
        return marks.has(entity);
    }

    /** Below 0 where the walk hasn't come. */
    int hops(int entity) {
        return marks.hops(entity);
    }
}
