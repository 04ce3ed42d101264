package org.plumbline.documents;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The waiting items of an ingestion, taken one at a time by the job that reads them; shows nothing to anybody. */
@Component
class IngestQueue {
    private final ItemTable items;
    private final IngestionTable ingestions;
    private final TransactionTemplate transaction;

    IngestQueue(ItemTable items, IngestionTable ingestions, PlatformTransactionManager transactions) {
        this.items = items;
        this.ingestions = ingestions;
        this.transaction = new TransactionTemplate(transactions);
    }

    Optional<Item> claim(UUID ingestion) {
        return in(() -> items.claim(ingestion));
    }

    void release(UUID ingestion) {
        in(() -> items.release(ingestion));
    }

    boolean anyWaiting(UUID ingestion) {
        return in(() -> items.anyWaiting(ingestion));
    }

    Optional<Item> earlier(Item item) {
        return in(() -> items.earlier(item));
    }

    Counts counts(UUID ingestion) {
        return in(() ->
                Objects.requireNonNull(ingestions.counts(List.of(ingestion)).get(ingestion)));
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
