package org.plumbline.engine.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * The graph as it is now. Changes are taken at once; when many have gathered, the graph is built whole beside, while
 * questions and further changes go on. Safe for use by many threads.
 */
public final class LiveGraph {
    /** So many changes are kept beside a graph at least: fewer cost a walk nothing that counts. */
    private static final int FEW = 10_000;

    /** Where more than this share of the links changed, the graph is built whole. */
    private static final int SHARE = 50;

    private final Executor beside;
    private final Deque<Changes> sinceMerging = new ArrayDeque<>();
    private volatile Graph current;
    private boolean merging;

    /** @param beside where the graph is built whole */
    public LiveGraph(Graph first, Executor beside) {
        this.current = first;
        this.beside = beside;
    }

    /** The graph with all changes taken so far; never changes itself. */
    public Graph current() {
        return current;
    }

    /**
     * Takes changes; all of them or, with a refusal, none.
     *
     * @throws IllegalArgumentException when a link names an entity that is not in the graph
     */
    public synchronized void apply(Changes changes) {
        current = current.with(changes);
        if (merging) {
            sinceMerging.add(changes);
        } else if (current.changed() > Math.max(FEW, current.links() / SHARE)) {
            merging = true;
            Graph before = current;
            beside.execute(() -> merge(before));
        }
    }

    private void merge(Graph before) {
        Graph merged;
        try {
            merged = before.merged();
        } catch (RuntimeException | OutOfMemoryError e) {
            ended();
            throw e;
        }
        replace(merged);
    }

    /** What came meanwhile is taken again, over the new one. */
    private synchronized void replace(Graph merged) {
        Graph graph = merged;
        for (Changes changes : sinceMerging) {
            graph = graph.with(changes);
        }
        current = graph;
        ended();
    }

    private synchronized void ended() {
        sinceMerging.clear();
        merging = false;
    }
}
