package org.plumbline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on entries and their bodies. Insert only. */
@Component
class EntryTable {
    private static final String SELECT = """
            select e.id, e.recorded_at, e.recorded_by, e.case_id, e.kind, e.action, e.outcome, e.reason_code,
                   e.part_of, encode(e.leaf, 'hex') as leaf, b.content, b.salt,
                   r.recorded_at as erased_at, r.ground
            """;
    private static final String ERASED = " left join audit.erased r on b.entry is null and r.entry = e.id\n";
    private static final String COLUMNS =
            SELECT + "from audit.entry e left join audit.body b on b.entry = e.id" + ERASED;

    private static final String INSERT = """
            with e as (insert into audit.entry (id, owner, label, case_id, recorded_at, recorded_by, kind, action, outcome,
                    reason_code, part_of, leaf, channel)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
            insert into audit.body (salt, content, entry, recorded_by) values (?, ?, ?, ?)
            """;
    private static final String INSERT_ALONE = "select audit.record_alone(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient db;

    EntryTable(JdbcClient db) {
        this.db = db;
    }

    /** The greatest identifier of an entry, whoever may see it. */
    Optional<UUID> newest() {
        return db.sql("select id from audit.newest_entry() id where id is not null")
                .query(UUID.class)
                .optional();
    }

    /** One statement, so that an entry costs one round trip. */
    void insert(Entry entry, Leaf leaf) {
        // No "returning": the row just written would be held to the policy for reading as well.
        with(INSERT, entry, leaf)
                .param(16, entry.id())
                .param(17, entry.acting().member().value())
                .update();
    }

    /** One statement that is its own transaction: outside any other, and of the acting person alone. */
    void insertAlone(Entry entry, Leaf leaf) {
        with(INSERT_ALONE, entry, leaf).query((row, n) -> n).list();
    }

    private JdbcClient.StatementSpec with(String statement, Entry entry, Leaf leaf) {
        return db.sql(statement)
                .param(1, entry.id())
                .param(2, entry.acting().organisation().value())
                .param(3, entry.label().map(LabelId::value).orElse(null), Types.INTEGER)
                .param(4, entry.caseId().map(CaseId::value).orElse(null), Types.OTHER)
                .param(5, entry.at().atOffset(ZoneOffset.UTC))
                .param(6, entry.acting().member().value())
                .param(7, entry.kind().code())
                .param(8, entry.action())
                .param(9, entry.outcome().code())
                .param(10, entry.reason().orElse(null), Types.VARCHAR)
                .param(11, entry.partOf().orElse(null), Types.OTHER)
                .param(12, leaf.hash())
                .param(13, entry.acting().channel().code())
                .param(14, leaf.salt())
                .param(15, leaf.content());
    }

    /** Newest first, at most {@code limit}, older than the cursor. */
    List<TrailEntry> ofCase(CaseId caseId, Optional<UUID> before, int limit) {
        return db.sql(
                        COLUMNS
                                + "where e.case_id = :case and e.part_of is null and (cast(:before as uuid) is null or e.id < :before) order by e.id desc limit :limit")
                .param("case", caseId.value())
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(EntryTable::entry)
                .list();
    }

    /** Newest first, of the organisation, filtered by action prefix and kind where given. */
    List<TrailEntry> ofOrganisation(OrganisationId owner, TrailFilter filter, int limit) {
        return db.sql(COLUMNS + """
                                where e.owner = :owner and e.part_of is null
                                  and (cast(:before as uuid) is null or e.id < :before)
                                  and (cast(:kind as text) is null or e.kind = :kind)
                                  and (cast(:member as uuid) is null or e.recorded_by = :member)
                                order by e.id desc limit :limit
                                """)
                .param("owner", owner.value())
                .param("before", filter.before().orElse(null), Types.OTHER)
                .param("kind", filter.kind().orElse(null), Types.VARCHAR)
                .param("member", filter.member().map(MemberId::value).orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(EntryTable::withoutContent)
                .list();
    }

    /**
     * The newest acts of people in these cases, not what jobs did for them: few from each, so that a case with a long
     * trail costs no more.
     */
    List<TrailEntry> recent(List<CaseId> cases, int limit) {
        return db.sql(SELECT + """
                                from unnest(cast(string_to_array(:cases, ',') as uuid[])) as c (id)
                                cross join lateral (
                                    select x.* from audit.entry x
                                    where x.case_id = c.id and x.kind = 'act' and x.channel <> 'job' and x.part_of is null
                                    order by x.id desc limit :limit) e
                                left join audit.body b on b.entry = e.id
                                left join audit.erased r on b.entry is null and r.entry = e.id
                                order by e.id desc limit :limit
                                """)
                .param(
                        "cases",
                        String.join(",", cases.stream().map(CaseId::toString).toList()))
                .param("limit", limit)
                .query(EntryTable::entry)
                .list();
    }

    /** Counts by day from this day on, newest first. */
    List<DayFigures> figures(OrganisationId owner, LocalDate from, ZoneId zone, String apart) {
        return db.sql("""
                        select (e.recorded_at at time zone :zone)::date as day,
                               count(*) filter (where e.kind = 'act') as acts,
                               count(*) filter (where e.kind = 'consultation') as consultations,
                               count(*) filter (where e.kind = 'refusal') as refusals,
                               count(*) filter (where e.kind = 'act' and e.action = :apart) as apart
                        from audit.entry e
                        where e.owner = :owner and e.part_of is null and e.id >= :from
                        group by day order by day desc limit 400
                        """)
                .param("zone", zone.getId())
                .param("apart", apart)
                .param("owner", owner.value())
                .param("from", firstId(from.atStartOfDay(zone).toInstant()))
                .query((row, n) -> new DayFigures(
                        row.getObject("day", LocalDate.class),
                        row.getLong("acts"),
                        row.getLong("consultations"),
                        row.getLong("refusals"),
                        row.getLong("apart")))
                .list();
    }

    /** The smallest UUID version 7 of an instant: identifiers sort by time, so the index by id serves. */
    private static UUID firstId(Instant at) {
        return new UUID((at.toEpochMilli() << 16) | 0x7000L, 0x8000000000000000L);
    }

    /** As the overseer may see it. */
    Optional<TrailEntry> find(UUID id) {
        return db.sql(COLUMNS + "where e.id = :id")
                .param("id", id)
                .query(EntryTable::withoutContent)
                .optional();
    }

    /** As the readers of the case may see it. */
    Optional<TrailEntry> find(CaseId caseId, UUID id) {
        return db.sql(COLUMNS + "where e.id = :id and e.case_id = :case")
                .param("id", id)
                .param("case", caseId.value())
                .query(EntryTable::entry)
                .optional();
    }

    /** Whether this is a whole entry of the acting person, which a fragment may join. */
    boolean isOwnPage(UUID id, Acting acting) {
        return db.sql(
                        "select 1 from audit.entry where id = :id and recorded_by = :by and part_of is null and kind = 'consultation'")
                .param("id", id)
                .param("by", acting.member().value())
                .query((row, n) -> n)
                .optional()
                .isPresent();
    }

    private static TrailEntry entry(ResultSet row, int n) throws SQLException {
        return entry(row, TrailEntry.Body::parse);
    }

    private static TrailEntry withoutContent(ResultSet row, int n) throws SQLException {
        byte @Nullable [] salt = row.getBytes("salt");
        return entry(
                row,
                content -> ContentFacts.withheld(TrailEntry.Body.parse(content), salt == null ? new byte[0] : salt));
    }

    private static TrailEntry entry(ResultSet row, Function<String, TrailEntry.Body> body) throws SQLException {
        return new TrailEntry(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new MemberId(row.getObject("recorded_by", UUID.class)),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                row.getString("kind"),
                row.getString("action"),
                row.getString("outcome"),
                Optional.ofNullable(row.getString("reason_code")),
                Optional.ofNullable(row.getObject("part_of", UUID.class)),
                row.getString("leaf"),
                Optional.ofNullable(row.getString("content")).map(body),
                Optional.ofNullable(row.getString("ground")).map(ground -> erased(row, ground)));
    }

    private static TrailEntry.Erased erased(ResultSet row, String ground) {
        try {
            return new TrailEntry.Erased(
                    row.getObject("erased_at", OffsetDateTime.class).toInstant(), ground);
        } catch (SQLException e) {
            throw new IllegalStateException("A column of this query is missing", e);
        }
    }
}
