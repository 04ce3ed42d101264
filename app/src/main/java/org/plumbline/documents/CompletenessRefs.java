package org.plumbline.documents;

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

/** A statement of completeness is called by the beginning of its digest, and listed on its ingestion's page. */
@Component
class CompletenessRefs implements RefResolver {
    private static final String KIND = "completeness-statement";

    private final CompletenessTable table;
    private final TransactionTemplate reading;

    CompletenessRefs(CompletenessTable table, PlatformTransactionManager transactions) {
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
                .forEach(made -> named.put(
                        made.ref(),
                        new Named(
                                made.digest().hex().substring(0, 12),
                                "/cases/" + made.stamp().caseId().orElseThrow() + "/ingestions/" + made.ingestion()))));
        return named;
    }
}
