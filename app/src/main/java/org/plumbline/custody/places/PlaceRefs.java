package org.plumbline.custody.places;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What storage places are called and where they are read. */
@Component
class PlaceRefs implements RefResolver {
    private final StoragePlaceTable table;
    private final TransactionTemplate reading;

    PlaceRefs(StoragePlaceTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("storage-place");
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        List<UUID> ids = refs.stream()
                .filter(r -> r.kind().equals("storage-place"))
                .map(Ref::id)
                .toList();
        var named = new HashMap<Ref, Named>();
        if (!ids.isEmpty()) {
            Objects.requireNonNull(reading.execute(status -> table.all(ids))).stream()
                    .filter(place ->
                            place.organisation().equals(Acting.require().organisation()))
                    .forEach(place -> named.put(
                            place.ref(),
                            new Named(place.code() + " " + place.name(), "/storage-places/" + place.id())));
        }
        return named;
    }
}
