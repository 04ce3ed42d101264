package org.plumbline.engine.graph;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** What walks set down, kept for the next ones: as many as were ever under way at a time. */
final class Workplaces {
    private final Queue<Two> idle = new ConcurrentLinkedQueue<>();

    /** Room for a walk from each of two ends. */
    static final class Two {
        private final Marks near = new Marks();
        private final Marks far = new Marks();

        Marks near(int entities) {
            near.begin(entities);
            return near;
        }

        Marks far(int entities) {
            far.begin(entities);
            return far;
        }
    }

    <T> T with(Function<Two, T> work) {
        Two two = idle.poll();
        if (two == null) {
            two = new Two();
        }
        T result = work.apply(two);
        // Not after a failure: what it set down would be wrong.
        idle.add(two);
        return result;
    }
}
