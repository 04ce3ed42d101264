package org.plumbline.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Leaves events in the act's transaction and delivers them after commit, in order of their identifiers. What was
 * delivered long ago is not looked at each time: only what may still commit, and now and then everything.
 */
@Component
public class Events implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    /** Nearly every transaction has committed so long after it left an event; a later one is found by a whole look. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final Duration WHOLE_LOOK = Duration.ofMinutes(1);

    /** Looking at everything takes at most so small a share of the time. */
    private static final int WHOLE_LOOK_SHARE = 100;

    private final EventTable table;
    private final ObjectProvider<EventListener> listeners;
    private final Ids ids;
    private final Clock clock;
    private final Duration wholeLook;
    private final Map<String, Position> positions = new ConcurrentHashMap<>();
    private final Semaphore wanted = new Semaphore(0);
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    @Autowired
    Events(EventTable table, ObjectProvider<EventListener> listeners, Ids ids, Clock clock) {
        this(table, listeners, ids, clock, WHOLE_LOOK);
    }

    /** @param wholeLook how long nothing but the newest is looked at */
    Events(EventTable table, ObjectProvider<EventListener> listeners, Ids ids, Clock clock, Duration wholeLook) {
        this.table = table;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
        this.wholeLook = wholeLook;
    }

    /** Leaves an event; it is delivered once the surrounding transaction has committed, and not at all if it fails. */
    public void publish(String kind, Ref ref, Stamp stamp) {
        table.insert(new Event(
                ids.next(), kind, ref, stamp, clock.instant(), Acting.require().member()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wanted.release();
            }
        });
    }

    /** When the oldest event was left that this listener has not taken yet; absent where it has taken all. */
    public Optional<Instant> oldestFor(EventListener listener) {
        return table.undelivered(listener.name(), listener.kinds(), FIRST, 1).stream()
                .map(Event::at)
                .findFirst();
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        Thread.ofPlatform().name("events").daemon().start(() -> {
            while (running) {
                round();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        ended.countDown();
        wanted.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Waits for the next commit, at most two seconds (another node or a late commit leaves no signal here). */
    private void round() {
        try {
            boolean more = deliver();
            if (!more && running && wanted.tryAcquire(2, TimeUnit.SECONDS)) {
                wanted.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Events could not be delivered; trying again", e);
            pause();
        }
    }

    private void pause() {
        try {
            ended.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deliver() {
        boolean more = false;
        for (EventListener listener : listeners.orderedStream().toList()) {
            List<Event> batch = next(listener);
            int done = batch.isEmpty() ? 0 : deliver(listener, batch);
            more |= batch.size() == BATCH && done > 0;
        }
        return more;
    }

    /**
     * Where to look from.
     *
     * @param from what is before it was delivered, unless its transaction commits late
     * @param wholeAt when to look at everything again, as {@link System#nanoTime()} counts
     */
    private record Position(UUID from, long wholeAt) {}

    private List<Event> next(EventListener listener) {
        UUID settled = Ids.least(clock.instant().minus(LATE));
        long began = System.nanoTime();
        Position known = positions.getOrDefault(listener.name(), new Position(FIRST, began));
        boolean whole = began - known.wholeAt() >= 0;
        UUID from = whole ? FIRST : known.from();
        List<Event> batch = table.undelivered(listener.name(), listener.kinds(), from, BATCH);
        // They come in order: all before the first of them were delivered.
        UUID first = batch.isEmpty() ? settled : batch.getFirst().id();
        long ended = System.nanoTime();
        positions.put(
                listener.name(),
                new Position(
                        first.compareTo(settled) < 0 ? first : settled,
                        whole
                                ? ended + Math.max(wholeLook.toNanos(), WHOLE_LOOK_SHARE * (ended - began))
                                : known.wholeAt()));
        return batch;
    }

    private int deliver(EventListener listener, List<Event> batch) {
        if (listener instanceof BatchListener many) {
            return take(many, batch);
        }
        return (int) batch.stream()
                .takeWhile(e -> running)
                .filter(e -> deliver(listener, e))
                .count();
    }

    private int take(BatchListener listener, List<Event> batch) {
        try {
            var done = listener.take(batch);
            done.forEach(e -> table.delivered(e.id(), listener.name(), clock.instant()));
            return done.size();
        } catch (RuntimeException e) {
            LOG.warn("Listener {} failed on {} events", listener.name(), batch.size(), e);
            return 0;
        }
    }

    private boolean deliver(EventListener listener, Event event) {
        try {
            listener.on(event);
            table.delivered(event.id(), listener.name(), clock.instant());
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Listener {} failed on event {} ({})", listener.name(), event.id(), event.kind(), e);
            return false;
        }
    }
}
