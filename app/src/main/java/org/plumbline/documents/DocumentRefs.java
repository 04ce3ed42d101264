package org.plumbline.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What documents, files and ingestions are called and where they are read. */
@Component
class DocumentRefs implements RefResolver {
    private static final String DOCUMENT = "document";
    private static final String ITEM = "ingestion-item";
    private static final String INGESTION = "ingestion";

    private final DocumentTable table;
    private final ItemTable items;
    private final IngestionTable ingestions;
    private final TransactionTemplate reading;

    DocumentRefs(
            DocumentTable table, ItemTable items, IngestionTable ingestions, PlatformTransactionManager transactions) {
        this.table = table;
        this.items = items;
        this.ingestions = ingestions;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DOCUMENT, ITEM, INGESTION);
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        var named = new HashMap<Ref, Named>();
        reading.executeWithoutResult(status -> {
            table.all(ids(refs, DOCUMENT)).forEach(d -> named.put(d.ref(), named(d)));
            items.all(ids(refs, ITEM)).forEach(i -> named.put(i.ref(), named(i)));
            ingestions.all(ids(refs, INGESTION)).forEach(i -> named.put(i.ref(), named(i)));
        });
        return named;
    }

    private static List<UUID> ids(Collection<Ref> refs, String kind) {
        return refs.stream().filter(r -> r.kind().equals(kind)).map(Ref::id).toList();
    }

    private static Named named(Document document) {
        return new Named(
                document.item().reference() + " " + document.facts().title(),
                inCase(document.stamp()) + "/documents/" + document.id());
    }

    private static Named named(Item item) {
        String place = item.document()
                .map(id -> "/documents/" + id)
                .orElseGet(() -> "/ingestions/" + item.ingestion() + "?state="
                        + item.state().code());
        return new Named(item.reference() + " " + item.name(), inCase(item.stamp()) + place);
    }

    private static Named named(Ingestion ingestion) {
        return new Named(ingestion.title(), inCase(ingestion.stamp()) + "/ingestions/" + ingestion.id());
    }

    private static String inCase(Stamp stamp) {
        return "/cases/" + stamp.caseId().orElseThrow();
    }
}
