package org.plumbline.entities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.NewestFirst;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on sources and collections. */
@Component
class SourceTable {
    private static final String SOURCE = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, kind, title, publisher, published,
                   checked, url, ref_kind, ref_id, collection
            from entities.source
            """;
    private static final String COLLECTION = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, name, publisher, licence, checked
            from entities.collection
            """;

    private final JdbcClient db;

    SourceTable(JdbcClient db) {
        this.db = db;
    }

    void insert(SourceRecord source) {
        StampRow.bind(db.sql("""
                        insert into entities.source (id, owner, label, case_id, recorded_at, recorded_by, kind, title,
                            publisher, published, checked, url, ref_kind, ref_id, collection)
                        values (:id, :owner, :label, :case, :at, :by, :kind, :title, :publisher, :published, :checked, :url,
                            :refKind, :refId, :collection)
                        """), source.stamp())
                .param("id", source.id())
                .param("kind", source.kind().code())
                .param("title", source.title())
                .param("publisher", source.publisher())
                .param("published", source.published())
                .param("checked", source.checked().orElse(null), Types.DATE)
                .param("url", source.url())
                .param("refKind", source.about().map(Ref::kind).orElse(""))
                .param("refId", source.about().map(Ref::id).orElse(null), Types.OTHER)
                .param("collection", source.collection().orElse(null), Types.OTHER)
                .update();
    }

    void insert(CollectionRecord collection) {
        StampRow.bind(db.sql("""
                        insert into entities.collection (id, owner, label, case_id, recorded_at, recorded_by, name, publisher,
                            licence, checked)
                        values (:id, :owner, :label, :case, :at, :by, :name, :publisher, :licence, :checked)
                        """), collection.stamp())
                .param("id", collection.id())
                .param("name", collection.name())
                .param("publisher", collection.publisher())
                .param("licence", collection.licence())
                .param("checked", collection.checked().orElse(null), Types.DATE)
                .update();
    }

    Optional<SourceRecord> source(CaseId caseId, UUID id) {
        return db.sql(SOURCE + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(SourceTable::source)
                .optional();
    }

    Map<UUID, SourceRecord> sources(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, SourceRecord>();
        if (!ids.isEmpty()) {
            db.sql(SOURCE + "where id = any(:ids) order by id")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(SourceTable::source)
                    .list()
                    .forEach(s -> found.put(s.id(), s));
        }
        return found;
    }

    List<SourceRecord> sources(CaseId caseId, Optional<UUID> before, int limit) {
        return NewestFirst.ofCase(db, SOURCE, "source", caseId, before, limit)
                .query(SourceTable::source)
                .list();
    }

    /** The source under which a collection's own rows stand. */
    Optional<SourceRecord> registerOf(UUID collection) {
        return db.sql(SOURCE + "where collection = :collection order by id limit 1")
                .param("collection", collection)
                .query(SourceTable::source)
                .optional();
    }

    Optional<CollectionRecord> collection(CaseId caseId, UUID id) {
        return db.sql(COLLECTION + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(SourceTable::collection)
                .optional();
    }

    Optional<CollectionRecord> collection(CaseId caseId, String name) {
        return db.sql(COLLECTION + "where case_id = :case and name = :name")
                .param("case", caseId.value())
                .param("name", name)
                .query(SourceTable::collection)
                .optional();
    }

    List<CollectionRecord> collections(CaseId caseId) {
        return db.sql(COLLECTION + "where case_id = :case order by name, id limit 500")
                .param("case", caseId.value())
                .query(SourceTable::collection)
                .list();
    }

    private static SourceRecord source(ResultSet row, int n) throws SQLException {
        Stamp stamp = StampRow.read(row);
        String kind = row.getString("ref_kind");
        return new SourceRecord(
                row.getObject("id", UUID.class),
                stamp,
                SourceRecord.Kind.of(row.getString("kind")),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("published"),
                Optional.ofNullable(row.getObject("checked", LocalDate.class)),
                row.getString("url"),
                kind.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Ref(kind, row.getObject("ref_id", UUID.class), stamp.owner())),
                Optional.ofNullable(row.getObject("collection", UUID.class)));
    }

    private static CollectionRecord collection(ResultSet row, int n) throws SQLException {
        return new CollectionRecord(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getString("name"),
                row.getString("publisher"),
                row.getString("licence"),
                Optional.ofNullable(row.getObject("checked", LocalDate.class)));
    }
}
