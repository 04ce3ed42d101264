package org.plumbline.custody.whereabouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on how things stand over all cases; row policies leave what the acting person may see. */
@Component
class WhereaboutsTable {
    private static final String SELECT = """
            select a.id, a.exhibit, a.owner, a.case_id, e.number, e.name, a.custodian, a.place, a.seal,
                   coalesce(a.out_to, a.transfer_to) as held_by, coalesce(a.out_to_name, '') as held_by_name,
                   coalesce(a.out_until, a.transfer_until) as due
            from custody.act a join custody.exhibit e on e.id = a.exhibit
            where a.merged_into is null and a.disposed is null
              and not exists (select 1 from custody.act later where later.exhibit = a.exhibit and later.sequence > a.sequence)
              and (:before::uuid is null or a.id < :before::uuid)
            """;

    private final JdbcClient db;

    WhereaboutsTable(JdbcClient db) {
        this.db = db;
    }

    /** What is checked out and was due before a time, latest act first. */
    List<Held> out(Instant dueBefore, Optional<UUID> before, int limit) {
        return listed(SELECT + "and a.out_until < :due order by a.id desc limit :limit", before, limit)
                .param("due", dueBefore.atOffset(ZoneOffset.UTC))
                .query(WhereaboutsTable::held)
                .list();
    }

    /** What was released and nobody signed for, latest act first. */
    List<Held> between(Optional<UUID> before, int limit) {
        return listed(SELECT + "and a.transfer_until is not null order by a.id desc limit :limit", before, limit)
                .query(WhereaboutsTable::held)
                .list();
    }

    /** What is kept in places, latest act first. */
    List<Held> in(Collection<UUID> places, Optional<UUID> before, int limit) {
        return listed(
                        SELECT + "and a.place = any (:places) and a.out_until is null order by a.id desc limit :limit",
                        before,
                        limit)
                .param("places", places.toArray(UUID[]::new))
                .query(WhereaboutsTable::held)
                .list();
    }

    private JdbcClient.StatementSpec listed(String sql, Optional<UUID> before, int limit) {
        return db.sql(sql).param("before", before.orElse(null), Types.OTHER).param("limit", limit);
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("exhibit", UUID.class),
                new OrganisationId(row.getObject("owner", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("number"),
                row.getString("name"),
                new MemberId(row.getObject("custodian", UUID.class)),
                Optional.ofNullable(row.getObject("place", UUID.class)),
                Optional.ofNullable(row.getString("seal")),
                Optional.ofNullable(row.getObject("held_by", UUID.class)).map(MemberId::new),
                row.getString("held_by_name"),
                Optional.ofNullable(row.getObject("due", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
