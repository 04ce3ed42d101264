package org.plumbline.search.saved;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A kept search is called by its name, and listed with the others of its case. */
@Component
class SavedSearchRefs implements RefResolver {
    private static final String KIND = "saved-search";

    private final SavedSearchTable table;
    private final TransactionTemplate reading;

    SavedSearchRefs(SavedSearchTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        List<UUID> ids =
                refs.stream().filter(r -> r.kind().equals(KIND)).map(Ref::id).toList();
        var named = new HashMap<Ref, Named>();
        reading.executeWithoutResult(status -> table.all(ids)
                .forEach(saved -> named.put(
                        saved.ref(),
                        new Named(
                                saved.name(), "/cases/" + saved.stamp().caseId().orElseThrow() + "/saved-searches"))));
        return named;
    }
}
