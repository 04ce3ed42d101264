package org.plumbline.custody;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What exhibits are called and where they are read. */
@Component
class ExhibitRefs implements RefResolver {
    private final ExhibitTable table;
    private final TransactionTemplate reading;

    ExhibitRefs(ExhibitTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("exhibit");
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        List<UUID> ids = refs.stream()
                .filter(r -> r.kind().equals("exhibit"))
                .map(Ref::id)
                .toList();
        var named = new HashMap<Ref, Named>();
        if (!ids.isEmpty()) {
            Objects.requireNonNull(reading.execute(status -> table.all(ids)))
                    .forEach(e -> named.put(e.ref(), new Named(e.reference() + " " + e.name(), href(e))));
        }
        return named;
    }

    private static String href(Exhibit exhibit) {
        return "/cases/" + exhibit.stamp().caseId().orElseThrow() + "/exhibits/" + exhibit.id();
    }
}
