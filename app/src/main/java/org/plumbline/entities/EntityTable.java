package org.plumbline.entities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on entities. */
@Component
class EntityTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, schema, caption, edge, marked,
                   collection, foreign_id, subject
            from entities.entity
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    EntityTable(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Inserts entities; {@code foreignIds} holds how their collection calls them, where they have one. */
    void insert(List<EntityRecord> records, Map<UUID, String> foreignIds) {
        if (records.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                """
                insert into entities.entity (id, owner, label, case_id, recorded_at, recorded_by, schema, caption, words,
                    edge, marked, collection, foreign_id, subject)
                values (:id, :owner, :label, :case, :at, :by, :schema, :caption, :words, :edge, :marked, :collection,
                    :foreignId, :subject)
                """,
                records.stream()
                        .map(r -> parameters(r).addValue("foreignId", foreignIds.get(r.id()), Types.VARCHAR))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Repeats what open statements say now; {@code words} are the names it is found by. */
    record Told(UUID id, String schema, boolean edge, String caption, String words) {}

    void tell(List<Told> told) {
        if (!told.isEmpty()) {
            batches.batchUpdate(
                    """
                    update entities.entity
                    set schema = :schema, edge = :edge, caption = :caption, words = :words, version = version + 1
                    where id = :id
                    """,
                    told.stream()
                            .map(t -> new MapSqlParameterSource()
                                    .addValue("id", t.id())
                                    .addValue("schema", t.schema())
                                    .addValue("edge", t.edge())
                                    .addValue("caption", t.caption())
                                    .addValue("words", t.words()))
                            .toArray(MapSqlParameterSource[]::new));
        }
    }

    boolean subject(UUID id, int version, UUID subject) {
        return db.sql("update entities.entity set subject = :subject, version = version + 1"
                                + " where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .param("subject", subject)
                        .update()
                == 1;
    }

    Optional<EntityRecord> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(EntityTable::entity)
                .optional();
    }

    /** Those of these entities that are in the case and may be seen. */
    Map<UUID, EntityRecord> find(CaseId caseId, Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, EntityRecord>();
        if (!ids.isEmpty()) {
            db.sql(SELECT + "where case_id = :case and id = any(:ids) order by id")
                    .param("case", caseId.value())
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(EntityTable::entity)
                    .list()
                    .forEach(e -> found.put(e.id(), e));
        }
        return found;
    }

    /** Entities by the identifiers their collection gives them. */
    Map<String, UUID> known(UUID collection, Collection<String> foreignIds) {
        var known = new LinkedHashMap<String, UUID>();
        if (!foreignIds.isEmpty()) {
            db.sql("""
                            select foreign_id, id from entities.entity
                            where collection = :collection and foreign_id = any(:ids)
                            """)
                    .param("collection", collection)
                    .param("ids", foreignIds.toArray(String[]::new))
                    .query((row, n) -> known.put(row.getString("foreign_id"), row.getObject("id", UUID.class)))
                    .list();
        }
        return known;
    }

    /** Entities of a case, newest first; never those of a marked kind. */
    List<EntityRecord> list(CaseId caseId, EntityFilter filter, Optional<UUID> before, int limit) {
        List<String> words = words(filter.words());
        var sql = new StringBuilder(SELECT)
                .append("where case_id = :case and not marked")
                // A register may name a record that it doesn't hold: nothing is known of it, so no list has it.
                .append(
                        " and (caption <> '' or exists (select 1 from entities.statement s where s.subject = entity.id))")
                .append(filter.schema().isEmpty() ? " and not edge" : " and schema = :schema")
                .append(before.isPresent() ? " and id < :before" : "");
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and words like :word").append(i);
        }
        var query = db.sql(sql.append(" order by id desc limit :limit").toString())
                .param("case", caseId.value())
                .param("schema", filter.schema())
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit);
        for (int i = 0; i < words.size(); i++) {
            query = query.param("word" + i, "%" + escaped(words.get(i)) + "%");
        }
        return query.query(EntityTable::entity).list();
    }

    /** How many entities of each kind a case has; marked kinds are not counted. */
    Map<String, Long> kinds(CaseId caseId) {
        var counts = new LinkedHashMap<String, Long>();
        db.sql("""
                        select schema, count(*) as many from entities.entity where case_id = :case and not marked
                        group by schema order by many desc, schema
                        """)
                .param("case", caseId.value())
                .query((row, n) -> counts.put(row.getString("schema"), row.getLong("many")))
                .list();
        return counts;
    }

    /** Entities whose names begin with or contain the text; a beginning comes first. */
    List<EntityRecord> suggest(CaseId caseId, String text, int limit) {
        String like = escaped(text.strip().toLowerCase(Locale.ROOT));
        return db.sql(SELECT + """
                        where case_id = :case and not marked and not edge and words like :inside
                        order by (words like :first) desc, length(caption), id limit :limit
                        """)
                .param("case", caseId.value())
                .param("inside", "%" + like + "%")
                .param("first", like + "%")
                .param("limit", limit)
                .query(EntityTable::entity)
                .list();
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!word.isEmpty() && words.size() < 8) {
                words.add(word);
            }
        }
        return words;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static MapSqlParameterSource parameters(EntityRecord record) {
        var stamp = record.stamp();
        return new MapSqlParameterSource()
                .addValue("id", record.id())
                .addValue("owner", stamp.owner().value())
                .addValue("label", stamp.label().value())
                .addValue("case", stamp.caseId().orElseThrow().value())
                .addValue("at", stamp.recordedAt().atOffset(ZoneOffset.UTC))
                .addValue("by", stamp.recordedBy().value())
                .addValue("schema", record.schema())
                .addValue("caption", record.caption())
                .addValue("words", record.caption().toLowerCase(Locale.ROOT))
                .addValue("edge", record.edge())
                .addValue("marked", record.marked())
                .addValue("collection", record.collection().orElse(null), Types.OTHER)
                .addValue("subject", record.subject().orElse(null), Types.OTHER);
    }

    private static EntityRecord entity(ResultSet row, int n) throws SQLException {
        return new EntityRecord(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getString("schema"),
                row.getString("caption"),
                row.getBoolean("edge"),
                row.getBoolean("marked"),
                Optional.ofNullable(row.getObject("collection", UUID.class)),
                Optional.ofNullable(row.getObject("subject", UUID.class)),
                Optional.empty());
    }
}
