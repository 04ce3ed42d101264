package org.plumbline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on openings by break-glass. */
@Component
final class OpeningTable {
    private static final String OPENING = """
            select b.id, b.case_id, b.member, b.reason, b.recorded_at, b.expires_at,
                   coalesce((select t.number from access.case_terms t where t.case_id = b.case_id
                             order by t.version desc limit 1), '') as number,
                   array(select t.member from access.break_glass_told t where t.break_glass = b.id) as told,
                   array(select s.member from access.break_glass_seen s where s.break_glass = b.id) as seen,
                   (select e.recorded_at from access.break_glass_ended e where e.break_glass = b.id) as ended_at,
                   r.justified, r.finding, r.recorded_at as reviewed_at, r.recorded_by as reviewed_by
            from access.break_glass b
            left join access.break_glass_reviewed r on r.break_glass = b.id
            """;

    private final JdbcClient db;

    OpeningTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Opening opened, OrganisationId owner) {
        db.sql("""
                        insert into access.break_glass (id, case_id, owner, member, reason, recorded_at, expires_at)
                        values (:id, :case, :owner, :member, :reason, :at, :expires)
                        """)
                .param("id", opened.id())
                .param("case", opened.caseId().value())
                .param("owner", owner.value())
                .param("member", opened.member().value())
                .param("reason", opened.reason())
                .param("at", opened.openedAt().atOffset(ZoneOffset.UTC))
                .param("expires", opened.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        opened.told()
                .forEach(member -> db.sql(
                                "insert into access.break_glass_told (break_glass, member) values (:id, :member)")
                        .param("id", opened.id())
                        .param("member", member.value())
                        .update());
    }

    Optional<Opening> find(UUID id, OrganisationId owner) {
        return db.sql(OPENING + "where b.id = :id and b.owner = :owner")
                .param("id", id)
                .param("owner", owner.value())
                .query(OpeningTable::opening)
                .optional();
    }

    /** All openings of an organisation, newest first, before the cursor. */
    List<Opening> all(OrganisationId owner, Optional<UUID> before, int limit) {
        return db.sql(OPENING + """
                        where b.owner = :owner and (cast(:before as uuid) is null or b.id < :before)
                        order by b.id desc limit :limit
                        """)
                .param("owner", owner.value())
                .param("before", before.orElse(null), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(OpeningTable::opening)
                .list();
    }

    /** Openings by a member or told to a member, newest first. */
    List<Opening> concerning(MemberId member, Optional<UUID> before, int limit) {
        return db.sql(OPENING + """
                        where (b.member = :member or exists (
                            select 1 from access.break_glass_told t where t.break_glass = b.id and t.member = :member))
                          and (cast(:before as uuid) is null or b.id < :before)
                        order by b.id desc limit :limit
                        """)
                .param("member", member.value())
                .param("before", before.orElse(null), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(OpeningTable::opening)
                .list();
    }

    /** Who has a case open by break-glass now. */
    List<MemberId> ofCase(CaseId caseId, Instant now) {
        return db.sql("""
                        select distinct b.member from access.break_glass_live b
                        where b.case_id = :case and b.expires_at > :now order by b.member limit 500
                        """)
                .param("case", caseId.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new MemberId(row.getObject("member", UUID.class)))
                .list();
    }

    int unseen(MemberId member) {
        return db.sql("""
                        select count(*) from access.break_glass_told t
                        where t.member = :member and not exists (
                            select 1 from access.break_glass_seen s
                            where s.break_glass = t.break_glass and s.member = t.member)
                        """).param("member", member.value()).query(Integer.class).single();
    }

    void seen(UUID id, MemberId member, Instant now) {
        db.sql("""
                        insert into access.break_glass_seen (break_glass, member, recorded_at)
                        values (:id, :member, :now) on conflict do nothing
                        """)
                .param("id", id)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, MemberId by, Instant now) {
        db.sql("""
                        insert into access.break_glass_ended (break_glass, recorded_at, recorded_by)
                        values (:id, :now, :by) on conflict do nothing
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /** False when somebody reviewed it in the meantime. */
    boolean review(UUID id, Opening.Review review) {
        return db.sql("""
                                insert into access.break_glass_reviewed (break_glass, justified, finding, recorded_at, recorded_by)
                                values (:id, :justified, :finding, :at, :by) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("justified", review.justified())
                        .param("finding", review.finding())
                        .param("at", review.at().atOffset(ZoneOffset.UTC))
                        .param("by", review.by().value())
                        .update()
                == 1;
    }

    private static Opening opening(ResultSet row, int n) throws SQLException {
        return new Opening(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                new MemberId(row.getObject("member", UUID.class)),
                row.getString("reason"),
                CompartmentTable.at(row),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                members(row, "told"),
                members(row, "seen"),
                moment(row, "ended_at"),
                review(row));
    }

    private static Optional<Opening.Review> review(ResultSet row) throws SQLException {
        Optional<Instant> at = moment(row, "reviewed_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Opening.Review(
                row.getBoolean("justified"),
                row.getString("finding"),
                at.get(),
                new MemberId(row.getObject("reviewed_by", UUID.class))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static Set<MemberId> members(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray())
                .map(MemberId::new)
                .collect(Collectors.toSet());
    }
}
