package org.plumbline.entities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.StampRow;
import org.plumbline.engine.model.statement.Claim;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.InformationGrade;
import org.plumbline.engine.model.statement.RecorderId;
import org.plumbline.engine.model.statement.Recording;
import org.plumbline.engine.model.statement.Retraction;
import org.plumbline.engine.model.statement.Source;
import org.plumbline.engine.model.statement.SourceGrade;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.statement.Validity;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on statements and their retractions. */
@Component
class StatementTable {
    private static final String INSERT = """
            insert into entities.statement (id, owner, label, case_id, recorded_at, recorded_by, subject, schema,
                property, value, original, language, qualifier, points_to, source, locator_kind, locator, kind,
                source_grade, information_grade, valid_from, valid_until, marked)
            values (:id, :owner, :label, :case, :at, :by, :subject, :schema, :property, :value, :original, :language,
                :qualifier, :pointsTo, :source, :locatorKind, :locator, :kind, :sourceGrade, :informationGrade,
                :validFrom, :validUntil, :marked)
            """;
    private static final String SELECT = """
            select s.id, s.owner, s.label, s.case_id, s.recorded_at, s.recorded_by, s.version, s.subject, s.schema,
                   s.property, s.value, s.original, s.language, s.qualifier, s.points_to, s.source, s.locator_kind,
                   s.locator, s.kind, s.source_grade, s.information_grade, s.valid_from, s.valid_until, s.marked,
                   r.recorded_at as retracted_at, r.recorded_by as retracted_by, r.reason, o.kind as source_kind
            from entities.statement s
            join entities.source o on o.id = s.source
            left join entities.retraction r on r.statement = s.id
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    StatementTable(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    void insert(List<StatementRow> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    INSERT, rows.stream().map(StatementTable::parameters).toArray(MapSqlParameterSource[]::new));
        }
    }

    void insert(UUID id, UUID statement, Stamp stamp, String reason) {
        StampRow.bind(db.sql("""
                        insert into entities.retraction (id, owner, label, case_id, recorded_at, recorded_by, statement, reason)
                        values (:id, :owner, :label, :case, :at, :by, :statement, :reason)
                        """), stamp)
                .param("id", id)
                .param("statement", statement)
                .param("reason", reason)
                .update();
    }

    Optional<StatementRow> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where s.case_id = :case and s.id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(StatementTable::row)
                .optional();
    }

    /** All statements of these entities that the acting person may see, by entity. */
    Map<UUID, List<StatementRow>> of(Collection<UUID> subjects) {
        var found = new LinkedHashMap<UUID, List<StatementRow>>();
        if (!subjects.isEmpty()) {
            db.sql(SELECT + "where s.subject = any(:subjects) order by s.id")
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .query(StatementTable::row)
                    .list()
                    .forEach(row -> found.computeIfAbsent(row.subject(), k -> new java.util.ArrayList<>())
                            .add(row));
        }
        return found;
    }

    /** Those of these statements that stand now and that the acting person may see, oldest first. */
    List<StatementRow> standing(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where s.id = any(:ids) and r.id is null order by s.id")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(StatementTable::row)
                        .list();
    }

    /** The entities these statements of a case are about. */
    List<UUID> subjects(CaseId caseId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql("""
                                select distinct subject from entities.statement
                                where case_id = :case and id = any(:ids) order by subject
                                """)
                        .param("case", caseId.value())
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, n) -> row.getObject("subject", UUID.class))
                        .list();
    }

    /** A name that a statement gives an entity. */
    record Named(UUID subject, String name) {}

    /**
     * The names, aliases and earlier names of these entities that stand now and that the acting person may see; none
     * that the policy marks, and no weak alias.
     */
    List<Named> names(Collection<UUID> subjects, int limit) {
        return subjects.isEmpty()
                ? List.of()
                : db.sql("""
                                select distinct s.subject, s.value from entities.statement s
                                where s.subject = any(:subjects) and s.property in ('name', 'alias', 'previousName')
                                  and not s.marked
                                  and not exists (select 1 from entities.retraction r where r.statement = s.id)
                                order by s.subject, s.value limit :limit
                                """)
                        .param("subjects", subjects.toArray(UUID[]::new))
                        .param("limit", limit)
                        .query((row, n) -> new Named(row.getObject("subject", UUID.class), row.getString("value")))
                        .list();
    }

    /** Statements that rest on a source, oldest first, after one of them. */
    List<StatementRow> restingOn(UUID source, Optional<UUID> after, int limit) {
        return db.sql(SELECT + """
                        where s.source = :source and (cast(:after as uuid) is null or s.id > :after) and not s.marked
                        order by s.id limit :limit
                        """)
                .param("source", source)
                .param("after", after.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(StatementTable::row)
                .list();
    }

    /** The entities whose statements point to any of these. */
    List<UUID> pointingTo(Collection<UUID> ends, int limit) {
        return ends.isEmpty()
                ? List.of()
                : db.sql("""
                                select distinct subject from entities.statement
                                where points_to = any(:ends) order by subject limit :limit
                                """)
                        .param("ends", ends.toArray(UUID[]::new))
                        .param("limit", limit)
                        .query((row, n) -> row.getObject("subject", UUID.class))
                        .list();
    }

    private static MapSqlParameterSource parameters(StatementRow row) {
        Statement statement = row.statement();
        Claim claim = statement.claim();
        NewStatement.At at = Locators.write(statement.source().locator());
        Stamp stamp = row.stamp();
        return new MapSqlParameterSource()
                .addValue("id", statement.id())
                .addValue("owner", stamp.owner().value())
                .addValue("label", stamp.label().value())
                .addValue("case", stamp.caseId().orElseThrow().value())
                .addValue("at", stamp.recordedAt().atOffset(ZoneOffset.UTC))
                .addValue("by", stamp.recordedBy().value())
                .addValue("subject", row.subject())
                .addValue("schema", claim.schema())
                .addValue("property", claim.property())
                .addValue("value", claim.value())
                .addValue("original", claim.original())
                .addValue("language", claim.language())
                .addValue("qualifier", claim.qualifier())
                .addValue("pointsTo", row.pointsTo().orElse(null), Types.OTHER)
                .addValue("source", row.source())
                .addValue("locatorKind", at.kind())
                .addValue("locator", at.value())
                .addValue("kind", statement.grading() instanceof Grading.Fact ? "fact" : "assessment")
                .addValue("sourceGrade", grade(statement), Types.VARCHAR)
                .addValue(
                        "informationGrade",
                        statement
                                .grading()
                                .informationGrade()
                                .map(InformationGrade::number)
                                .orElse(null),
                        Types.INTEGER)
                .addValue("validFrom", text(statement.validity().begins()), Types.VARCHAR)
                .addValue("validUntil", text(statement.validity().ends()), Types.VARCHAR)
                .addValue("marked", row.marked());
    }

    private static @Nullable String grade(Statement statement) {
        return statement.grading().sourceGrade().map(SourceGrade::name).orElse(null);
    }

    private static @Nullable String text(Optional<PartialDate> date) {
        return date.map(PartialDate::text).orElse(null);
    }

    private static StatementRow row(ResultSet row, int n) throws SQLException {
        Stamp stamp = StampRow.read(row);
        var claim = new Claim(
                new EntityId(row.getString("subject")),
                row.getString("schema"),
                row.getString("property"),
                row.getString("value"),
                row.getString("original"),
                row.getString("language"),
                row.getString("qualifier"));
        var source = new Source(
                SourceRecord.Kind.of(row.getString("source_kind")).inEngine(),
                row.getString("source"),
                Locators.read(
                        new NewStatement.At(row.getString("locator_kind"), row.getString("locator")), LocalDate.EPOCH));
        var statement = new Statement(
                row.getObject("id", UUID.class),
                claim,
                source,
                grading(row),
                new Validity(date(row.getString("valid_from")), date(row.getString("valid_until"))),
                new Recording(new RecorderId(stamp.recordedBy().value()), stamp.recordedAt()),
                retraction(row));
        return new StatementRow(
                statement,
                stamp,
                Optional.ofNullable(row.getObject("points_to", UUID.class)),
                row.getBoolean("marked"));
    }

    private static Grading grading(ResultSet row) throws SQLException {
        String letter = row.getString("source_grade");
        SourceGrade source = letter == null ? null : SourceGrade.valueOf(letter);
        int number = row.getInt("information_grade");
        InformationGrade information = row.wasNull() ? null : InformationGrade.of(number);
        if (row.getString("kind").equals("fact")) {
            return new Grading.Fact(source, information);
        }
        return new Grading.Assessment(
                java.util.Objects.requireNonNull(source), java.util.Objects.requireNonNull(information));
    }

    private static @Nullable Retraction retraction(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("retracted_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        Instant when = at.toInstant();
        return new Retraction(new RecorderId(row.getObject("retracted_by", UUID.class)), when, row.getString("reason"));
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.read(text).orElseThrow();
    }
}
