package org.plumbline.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Leaves events in the act's transaction and delivers them after commit, in order of their identifiers. */
@Component
public class Events implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int BATCH = 200;

    private final EventTable table;
    private final ObjectProvider<EventListener> listeners;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore wanted = new Semaphore(0);
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    Events(EventTable table, ObjectProvider<EventListener> listeners, Ids ids, Clock clock) {
        this.table = table;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
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
        return table.undelivered(listener.name(), listener.kinds(), 1).stream()
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
            List<Event> batch = table.undelivered(listener.name(), listener.kinds(), BATCH);
            int done = batch.isEmpty() ? 0 : deliver(listener, batch);
            more |= batch.size() == BATCH && done > 0;
        }
        return more;
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
