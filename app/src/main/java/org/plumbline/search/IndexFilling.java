package org.plumbline.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.plumbline.access.ServiceReading;
import org.plumbline.search.index.Rebuild;
import org.springframework.stereotype.Component;

/** Fills an index with every record there is. */
@Component
class IndexFilling {
    private static final int BATCH = 200;

    private final Searchables searchables;
    private final ServiceReading reading;

    IndexFilling(Searchables searchables, ServiceReading reading) {
        this.searchables = searchables;
        this.reading = reading;
    }

    /** Puts in every record, until done or told to end; gives how many. */
    long fill(Rebuild rebuild, BooleanSupplier wanted) {
        long count = 0;
        for (Searchable searchable : searchables.all()) {
            for (String kind : searchable.kinds()) {
                Optional<UUID> last = Optional.empty();
                do {
                    List<UUID> ids = put(rebuild, searchable, kind, last);
                    count += ids.size();
                    last = ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
                } while (last.isPresent() && wanted.getAsBoolean());
            }
        }
        return count;
    }

    private List<UUID> put(Rebuild rebuild, Searchable searchable, String kind, Optional<UUID> last) {
        return reading.as(IndexFeed.NAME, () -> {
            List<UUID> ids = searchable.ids(kind, last, BATCH);
            ids.forEach(id -> searchable.read(kind, id).ifPresent(rebuild::put));
            return ids;
        });
    }
}
