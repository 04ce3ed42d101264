package org.plumbline.custody.places;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.plumbline.kernel.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What other acts of custody ask of storage places of the acting person's organisation; another's are not there. Every
 * member may know them, so asking leaves nothing on the trail.
 */
@Component
public class Places {
    private final StoragePlaceTable table;
    private final TransactionTemplate reading;

    Places(StoragePlaceTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** A place, open or closed. */
    public Optional<Place> find(UUID id) {
        return tree().find(id);
    }

    /** The open places in the order of their tree, those above first. */
    public List<Place> open() {
        return tree().inOrder();
    }

    /** All places, open and closed. */
    public PlaceTree tree() {
        return read(() -> table.tree(Acting.require().organisation()));
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }
}
