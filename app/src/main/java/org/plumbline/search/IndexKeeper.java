package org.plumbline.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.plumbline.kernel.Ids;
import org.plumbline.search.index.EmbeddedIndex;
import org.plumbline.search.index.Opening;
import org.plumbline.search.index.Rebuild;
import org.plumbline.search.index.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Holds the index of the data folder: opens it beside the start of the application, fills it from the records where it
 * is absent, damaged or of other records, and commits each change with its {@link IndexMark}.
 */
@Component
class IndexKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final String UNFILLED = "";
    private static final int RETRY_SECONDS = 2;

    private final Path folder;
    private final IndexMarkTable marks;
    private final IndexFilling filling;
    private final IndexNews news;
    private final Ids ids;
    private final Clock clock;

    /** One change at a time, and none while a filled index is swapped in. */
    private final Object order = new Object();

    private volatile State state = new Closed();
    private volatile boolean running;
    private volatile CountDownLatch ended = new CountDownLatch(1);

    private sealed interface State {}

    private record Closed() implements State {}

    private record Filling(SearchIndex index) implements State {}

    private record Ready(SearchIndex index, IndexMark mark) implements State {}

    IndexKeeper(
            @Value("${plumbline.data}") Path data,
            IndexMarkTable marks,
            IndexFilling filling,
            IndexNews news,
            Ids ids,
            Clock clock) {
        this.folder = data.resolve("index");
        this.marks = marks;
        this.filling = filling;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** The index; absent while it is being opened or filled, since half an index would answer wrongly. */
    Optional<SearchIndex> serving() {
        return state instanceof Ready ready ? Optional.of(ready.index()) : Optional.empty();
    }

    /** Makes a change, and makes it last; false while there is no index to change. */
    boolean change(Consumer<SearchIndex> change) {
        synchronized (order) {
            if (!running) {
                // A stop waits for this lock: with the records gone, each change still waiting would cost it a timeout.
                return false;
            }
            return switch (state) {
                case Closed closed -> false;
                case Filling f -> {
                    change.accept(f.index());
                    f.index().commit(UNFILLED);
                    yield true;
                }
                case Ready ready -> {
                    change.accept(ready.index());
                    keep(ready, ready.mark().next());
                    yield true;
                }
            };
        }
    }

    /** The index first, then the records: a crash between leaves the index one batch ahead, which fits. */
    private void keep(Ready ready, IndexMark mark) {
        ready.index().commit(mark.position());
        ready.index().refresh();
        marks.update(mark);
        state = new Ready(ready.index(), mark);
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        Thread.ofPlatform().name("search-index").daemon().start(this::openUntilReady);
    }

    @Override
    public void stop() {
        running = false;
        ended.countDown();
        synchronized (order) {
            switch (state) {
                case Closed closed -> {}
                case Filling f -> f.index().close();
                case Ready ready -> ready.index().close();
            }
            state = new Closed();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void openUntilReady() {
        try {
            while (running && serving().isEmpty()) {
                attempt();
                if (serving().isEmpty()) {
                    ended.await(RETRY_SECONDS, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            if (state instanceof Filling f) {
                fill(f.index());
            } else {
                open();
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The search index could not be opened or filled; trying again", e);
            }
        }
    }

    private void open() {
        switch (EmbeddedIndex.open(folder, clock)) {
            case Opening.InUse inUse -> LOG.info("The search index is in use by another process; waiting");
            case Opening.NeedsRebuild broken -> {
                LOG.warn("The search index is filled anew: {}", broken.code());
                openEmpty();
            }
            case Opening.Ready opened -> {
                Optional<IndexMark> found = IndexMark.read(opened.index().position())
                        .filter(m -> marks.newest().filter(m::fits).isPresent());
                if (found.isPresent()) {
                    serve(opened.index(), found.get());
                } else {
                    opened.index().close();
                    openEmpty();
                }
            }
        }
    }

    private void openEmpty() {
        if (EmbeddedIndex.openEmpty(folder, clock) instanceof Opening.Ready empty) {
            synchronized (order) {
                if (running) {
                    state = new Filling(empty.index());
                } else {
                    empty.index().close();
                    return;
                }
            }
            fill(empty.index());
        }
    }

    private void fill(SearchIndex index) {
        try (Rebuild rebuild = index.rebuild()) {
            long count = filling.fill(rebuild, () -> running);
            synchronized (order) {
                if (running) {
                    var mark = new IndexMark(ids.next(), 0);
                    marks.insert(mark);
                    rebuild.swap(mark.position());
                    state = new Ready(index, mark);
                    news.ofAll();
                    LOG.info("The search index was filled with {} records", count);
                }
            }
        }
    }

    private void serve(SearchIndex index, IndexMark mark) {
        synchronized (order) {
            if (running) {
                marks.update(mark);
                state = new Ready(index, mark);
            } else {
                index.close();
            }
        }
    }
}
