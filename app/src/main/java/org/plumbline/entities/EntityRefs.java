package org.plumbline.entities;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says how entities and sources are called and where they are read. */
@Component
class EntityRefs implements RefResolver {
    private final JdbcClient db;
    private final TransactionTemplate reading;

    EntityRefs(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EntityRecord.KIND, SourceRecord.REF_KIND, "collection");
    }

    @Override
    public Map<Ref, Named> resolve(Collection<Ref> refs) {
        var named = new HashMap<Ref, Named>();
        // Row policies know who asks only inside a transaction.
        reading.executeWithoutResult(status -> refs.stream()
                .collect(Collectors.groupingBy(Ref::kind))
                .forEach((kind, some) -> named.putAll(named(kind, some))));
        return named;
    }

    private Map<Ref, Named> named(String kind, Collection<Ref> refs) {
        Map<UUID, Ref> byId = refs.stream().collect(Collectors.toMap(Ref::id, r -> r, (one, same) -> one));
        var named = new HashMap<Ref, Named>();
        db.sql(query(kind))
                .param("ids", byId.keySet().toArray(UUID[]::new))
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Ref ref = byId.get(id);
                    if (ref != null) {
                        String href = "/cases/" + row.getString("case_id") + "/" + place(kind) + "/" + id;
                        named.put(ref, new Named(row.getString("title"), href));
                    }
                    return id;
                })
                .list();
        return named;
    }

    private static String place(String kind) {
        return switch (kind) {
            case EntityRecord.KIND -> "entities";
            case SourceRecord.REF_KIND -> "sources";
            default -> "collections";
        };
    }

    private static String query(String kind) {
        return switch (kind) {
            case EntityRecord.KIND ->
                "select id, case_id, coalesce(nullif(caption, ''), schema) as title from entities.entity"
                        + " where id = any(:ids) and not marked";
            case SourceRecord.REF_KIND -> "select id, case_id, title from entities.source where id = any(:ids)";
            default -> "select id, case_id, name as title from entities.collection where id = any(:ids)";
        };
    }
}
