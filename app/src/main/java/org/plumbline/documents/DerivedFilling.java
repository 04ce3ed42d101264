package org.plumbline.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.plumbline.access.ServiceUpkeep;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works out at the start, beside it, what documents lack that were read by an earlier version. What is done is there,
 * so a run that was cut off goes on where it stopped. What is under seal waits until it no longer is: it is looked for
 * again each hour.
 */
@Component
class DerivedFilling implements SmartLifecycle {
    /** Named in {@code access.service_actor}. */
    static final String ACTOR = "mail-threads";

    private static final Logger LOG = LoggerFactory.getLogger(DerivedFilling.class);
    private static final int BATCH = 100;
    private static final long PAUSE_MINUTES = 60;

    private final ServiceUpkeep upkeep;
    private final DocumentTable documents;
    private final ItemTable items;
    private final Derived derived;
    private volatile CountDownLatch ended = new CountDownLatch(0);

    DerivedFilling(ServiceUpkeep upkeep, DocumentTable documents, ItemTable items, Derived derived) {
        this.upkeep = upkeep;
        this.documents = documents;
        this.items = items;
        this.derived = derived;
    }

    @Override
    public void start() {
        ended = new CountDownLatch(1);
        Thread.ofVirtual().name("mail-threads").start(() -> rounds(ended));
    }

    @Override
    public void stop() {
        ended.countDown();
    }

    @Override
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    private void rounds(CountDownLatch end) {
        try {
            do {
                round(end);
            } while (!end.await(PAUSE_MINUTES, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(CountDownLatch end) {
        try {
            long done = 0;
            Optional<UUID> last = Optional.empty();
            do {
                List<UUID> filled = fill(last);
                done += filled.size();
                last = filled.isEmpty() ? Optional.empty() : Optional.of(filled.getLast());
            } while (last.isPresent() && end.getCount() > 0);
            if (done > 0) {
                LOG.info("Threads and prints were worked out for {} documents of before", done);
            }
        } catch (RuntimeException e) {
            // The next round goes on: what was done is there.
            LOG.warn("Threads and prints of documents of before are worked out later: {}", Failure.kinds(e));
        }
    }

    /** Works out what the next documents lack, in one transaction; gives which they were. */
    List<UUID> fill(Optional<UUID> after) {
        return upkeep.as(ACTOR, () -> {
            List<UUID> lacking = documents.underived(after, BATCH);
            lacking.forEach(this::fill);
            return lacking;
        });
    }

    private void fill(UUID id) {
        documents.find(id).ifPresent(document -> {
            String text = documents.text(id).map(DocumentText::body).orElse("");
            derived.of(document, text, items.attachments(document.item().id()));
        });
    }
}
