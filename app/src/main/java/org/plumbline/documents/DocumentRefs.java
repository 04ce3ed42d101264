package org.plumbline.documents;

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

/** What documents are called and where they are read. */
@Component
class DocumentRefs implements RefResolver {
    private final DocumentTable table;
    private final TransactionTemplate reading;

    DocumentRefs(DocumentTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("document");
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        List<UUID> ids = refs.stream()
                .filter(r -> r.kind().equals("document"))
                .map(Ref::id)
                .toList();
        var named = new HashMap<Ref, Named>();
        Objects.requireNonNull(reading.execute(status -> table.all(ids))).forEach(d -> named.put(d.ref(), named(d)));
        return named;
    }

    private static Named named(Document document) {
        return new Named(
                document.item().reference() + " " + document.facts().title(),
                "/cases/" + document.stamp().caseId().orElseThrow() + "/documents/" + document.id());
    }
}
