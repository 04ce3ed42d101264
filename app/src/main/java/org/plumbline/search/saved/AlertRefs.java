package org.plumbline.search.saved;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An alert is called like its search. */
@Component
class AlertRefs implements RefResolver {
    private static final String KIND = "alert";

    private final AlertTable table;
    private final SavedSearchTable searches;
    private final TransactionTemplate reading;

    AlertRefs(AlertTable table, SavedSearchTable searches, PlatformTransactionManager transactions) {
        this.table = table;
        this.searches = searches;
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
        reading.executeWithoutResult(status -> {
            List<Alert> alerts = table.all(ids);
            Map<UUID, String> names = searches
                    .all(alerts.stream().map(Alert::search).distinct().toList())
                    .stream()
                    .collect(Collectors.toMap(SavedSearch::id, SavedSearch::name));
            alerts.forEach(alert -> Optional.ofNullable(names.get(alert.search()))
                    .ifPresent(name -> named.put(alert.ref(), new Named(name, href(alert)))));
        });
        return named;
    }

    private static String href(Alert alert) {
        return "/cases/" + alert.stamp().caseId().orElseThrow() + "/alerts/" + alert.id();
    }
}
