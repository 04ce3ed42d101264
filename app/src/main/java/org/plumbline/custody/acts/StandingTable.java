package org.plumbline.custody.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How things stand with many exhibits: what the last act on each left, or its receipt. */
@Component
class StandingTable {
    private final JdbcClient db;

    StandingTable(JdbcClient db) {
        this.db = db;
    }

    record Row(
            UUID exhibit,
            MemberId custodian,
            Optional<String> seal,
            Optional<String> outTo,
            Optional<Instant> outUntil,
            Optional<MemberId> transferTo,
            Optional<Instant> transferUntil,
            Optional<String> disposed) {}

    /**
     * How many exhibits were released to somebody who did not take them over in time, as far as the transaction sees.
     */
    long neverMet(Instant now) {
        return db.sql("""
                        select count(*) from custody.act a
                        where a.transfer_until < :now
                          and not exists (select 1 from custody.act l where l.exhibit = a.exhibit and l.sequence > a.sequence)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** By number, after the cursor's number. */
    List<Row> list(CaseId caseId, ExhibitFilter filter, Instant now, int after, int limit) {
        return db.sql("""
            select e.id, coalesce(a.custodian, e.recorded_by) as custodian, a.seal, a.out_to_name, a.out_until,
                   a.transfer_to, a.transfer_until, a.disposed
            from custody.exhibit e
            left join lateral (select * from custody.act l where l.exhibit = e.id
                               order by l.sequence desc limit 1) a on true
            where e.case_id = :case and e.number > :after
              and (cast(:custodian as uuid) is null or coalesce(a.custodian, e.recorded_by) = :custodian)
              and case :standing
                    when 'thing' then e.content is null
                    when 'file' then e.content is not null
                    when 'sealed' then a.seal is not null and a.disposed is null
                    when 'out' then a.out_until is not null
                    when 'overdue' then a.out_until < :now
                    when 'in-transfer' then a.transfer_until is not null
                    when 'never-met' then a.transfer_until < :now
                    when 'disposed' then a.disposed is not null
                    else true end
            order by e.number limit :limit
            """)
                .param("case", caseId.value())
                .param("after", after)
                .param("custodian", filter.custodian().map(MemberId::value).orElse(null), Types.OTHER)
                .param(
                        "standing",
                        filter.standing().map(ExhibitFilter.Standing::code).orElse(""))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(StandingTable::row)
                .list();
    }

    /** What an exhibit can go into, by number: its rules are those of {@link Across}. */
    List<UUID> takers(CaseId caseId, UUID exhibit, MemberId custodian, String unit, int limit) {
        return db.sql("""
            select e.id
            from custody.exhibit e
            left join lateral (select * from custody.act l where l.exhibit = e.id
                               order by l.sequence desc limit 1) a on true
            left join lateral (select convert_from(c.canonical, 'UTF8')::jsonb -> 'details' ->> 'unit' as unit
                               from custody.act c where c.exhibit = e.id and c.kind = 'collect'
                               order by c.sequence limit 1) c on true
            where e.case_id = :case and e.id <> :exhibit
              and coalesce(a.custodian, e.recorded_by) = :custodian
              and a.merged_into is null and a.disposed is null
              and coalesce(e.unit, c.unit) = :unit
            order by e.number limit :limit
            """)
                .param("case", caseId.value())
                .param("exhibit", exhibit)
                .param("custodian", custodian.value())
                .param("unit", unit)
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("custodian", UUID.class)),
                Optional.ofNullable(row.getString("seal")),
                Optional.ofNullable(row.getString("out_to_name")),
                time(row, "out_until"),
                Optional.ofNullable(row.getObject("transfer_to", UUID.class)).map(MemberId::new),
                time(row, "transfer_until"),
                Optional.ofNullable(row.getString("disposed")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
