package org.plumbline.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.StampRow;
import org.plumbline.engine.evidence.custody.Quantity;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on exhibits. */
@Component
class ExhibitTable {
    private static final String SELECT = """
        select e.id, e.owner, e.label, e.case_id, e.recorded_at, e.recorded_by, e.version, e.number, e.name,
               e.stated_path, e.origin, e.parent, e.root, e.quantity, e.unit, c.id as content_id, c.digest, c.bytes,
               (select i.media_type from custody.identification i where i.exhibit = e.id
                 order by i.id desc limit 1) as media_type
        from custody.exhibit e left join custody.content c on c.id = e.content
        """;

    private final JdbcClient db;

    ExhibitTable(JdbcClient db) {
        this.db = db;
    }

    /** The next number of a series of the case: 0 at case level, otherwise that of a compartment. */
    int nextNumber(CaseId caseId, int series) {
        return Exhibit.numberIn(
                series,
                db.sql("""
                    insert into custody.number_counter (case_id, series, last) values (:case, :series, 1)
                    on conflict on constraint number_counter_pk
                    do update set last = custody.number_counter.last + 1
                    returning last
                    """)
                        .param("case", caseId.value())
                        .param("series", series)
                        .query(Integer.class)
                        .single());
    }

    void insert(Exhibit exhibit) {
        StampRow.bind(db.sql("""
            insert into custody.exhibit (id, owner, label, case_id, recorded_at, recorded_by, number, name,
                stated_path, origin, content, parent, root, quantity, unit)
            values (:id, :owner, :label, :case, :at, :by, :number, :name, :path, :origin, :content,
                :parent, :root, :quantity, :unit)
            """), exhibit.stamp())
                .param("id", exhibit.id())
                .param("number", exhibit.number())
                .param("name", exhibit.name())
                .param("path", exhibit.path())
                .param("origin", exhibit.origin().code())
                .param("content", exhibit.content().map(Content::id).orElse(null), Types.OTHER)
                .param("parent", exhibit.lineage().parent().orElse(null), Types.OTHER)
                .param("root", exhibit.lineage().root().orElse(null), Types.OTHER)
                .param(
                        "quantity",
                        exhibit.lineage().quantity().map(Quantity::amount).orElse(null),
                        Types.VARCHAR)
                .param("unit", exhibit.lineage().quantity().map(Quantity::unit).orElse(null), Types.VARCHAR)
                .update();
    }

    void identify(UUID id, Stamp stamp, UUID exhibit, String mediaType) {
        StampRow.bind(db.sql("""
            insert into custody.identification (id, owner, label, case_id, recorded_at, recorded_by, exhibit,
                media_type)
            values (:id, :owner, :label, :case, :at, :by, :exhibit, :type)
            """), stamp)
                .param("id", id)
                .param("exhibit", exhibit)
                .param("type", mediaType)
                .update();
    }

    void state(UUID id, Stamp stamp, UUID exhibit, List<StatedFact> facts) {
        StampRow.bind(db.sql("""
            insert into custody.stated_header (id, owner, label, case_id, recorded_at, recorded_by, exhibit, facts)
            values (:id, :owner, :label, :case, :at, :by, :exhibit, :facts)
            """), stamp)
                .param("id", id)
                .param("exhibit", exhibit)
                .param("facts", facts.stream().map(StatedFact::line).toArray(String[]::new))
                .update();
    }

    /** What the newest reading found a file to state of itself. */
    List<StatedFact> stated(CaseId caseId, UUID exhibit) {
        return db.sql("""
            select facts from custody.stated_header where case_id = :case and exhibit = :exhibit
            order by id desc limit 1
            """)
                .param("case", caseId.value())
                .param("exhibit", exhibit)
                .query((row, n) -> Stream.of((String[]) row.getArray("facts").getArray())
                        .map(StatedFact::ofLine)
                        .toList())
                .optional()
                .orElse(List.of());
    }

    Optional<Exhibit> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where e.case_id = :case and e.id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(ExhibitTable::exhibit)
                .optional();
    }

    List<Exhibit> all(Collection<UUID> ids) {
        return db.sql(SELECT + "where e.id in (:ids) order by e.id limit 1000")
                .param("ids", ids)
                .query(ExhibitTable::exhibit)
                .list();
    }

    /** By number, after the cursor's number. */
    List<Exhibit> list(CaseId caseId, int after, int limit) {
        return db.sql(SELECT + "where e.case_id = :case and e.number > :after order by e.number limit :limit")
                .param("case", caseId.value())
                .param("after", after)
                .param("limit", limit)
                .query(ExhibitTable::exhibit)
                .list();
    }

    long count(CaseId caseId) {
        return db.sql("select count(*) from custody.exhibit where case_id = :case")
                .param("case", caseId.value())
                .query(Long.class)
                .single();
    }

    private static Exhibit exhibit(ResultSet row, int n) throws SQLException {
        return new Exhibit(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getInt("number"),
                row.getString("name"),
                row.getString("stated_path"),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                content(row),
                Optional.ofNullable(row.getString("media_type")),
                new Lineage(
                        Optional.ofNullable(row.getObject("parent", UUID.class)),
                        Optional.ofNullable(row.getObject("root", UUID.class)),
                        quantity(row)));
    }

    private static Optional<Content> content(ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject("content_id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Content(id, new Digest(row.getString("digest")), row.getLong("bytes")));
    }

    private static Optional<Quantity> quantity(ResultSet row) throws SQLException {
        @Nullable String amount = row.getString("quantity");
        return amount == null ? Optional.empty() : Optional.of(new Quantity(amount, row.getString("unit")));
    }
}
