package org.plumbline.documents;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The waiting items of an ingestion, taken one at a time by the job that reads them; shows nothing to anybody. */
@Component
class IngestQueue {
    private final ItemTable items;
    private final IngestionTable ingestions;
    private final ReadingTable readings;
    private final Tools tools;
    private final TransactionTemplate transaction;

    IngestQueue(
            ItemTable items,
            IngestionTable ingestions,
            ReadingTable readings,
            Tools tools,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.ingestions = ingestions;
        this.readings = readings;
        this.tools = tools;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The next item; none while the ingestion is paused. */
    Optional<ItemTable.Taken> claim(UUID ingestion) {
        return in(() -> isPaused(ingestion) ? Optional.empty() : items.claim(ingestion));
    }

    /** Gives back what a run leaves that ends, for whatever reason, while the process goes on. */
    void giveBack(UUID ingestion) {
        in(() -> items.giveBack(ingestion));
    }

    /** The languages that scans of a case are read in. */
    List<String> languages(CaseId caseId) {
        return in(() -> tools.languages(caseId));
    }

    boolean paused(UUID ingestion) {
        return in(() -> isPaused(ingestion));
    }

    void release(UUID ingestion) {
        in(() -> items.release(ingestion));
    }

    /** Whether there is something to read, and it may be. */
    boolean anyToRead(UUID ingestion) {
        return in(() -> !isPaused(ingestion) && items.anyWaiting(ingestion));
    }

    Optional<Item> earlier(Item item) {
        return in(() -> items.earlier(item));
    }

    Counts counts(UUID ingestion) {
        return in(() ->
                Objects.requireNonNull(ingestions.counts(List.of(ingestion)).get(ingestion)));
    }

    private boolean isPaused(UUID ingestion) {
        return !readings.paused(List.of(ingestion)).isEmpty();
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
