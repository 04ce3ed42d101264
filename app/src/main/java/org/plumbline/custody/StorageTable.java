package org.plumbline.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.plumbline.identity.Step;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on what is kept where, and on quotas. */
@Component
class StorageTable {
    private static final String SAID = """
            select version, kind, case_number, bytes, reason, said_at, said_by from custody.quota_said
            """;

    private final JdbcClient db;

    StorageTable(JdbcClient db) {
        this.db = db;
    }

    /** The quotas in force. */
    List<Quota> quotas(OrganisationId organisation) {
        return db.sql("""
                        select * from (
                            select distinct on (kind, case_number) version, kind, case_number, bytes, reason, said_at, said_by
                            from custody.quota_said where organisation = :organisation
                            order by kind, case_number, version desc) newest
                        where bytes is not null
                        order by kind desc, case_number limit 1000
                        """)
                .param("organisation", organisation.value())
                .query(StorageTable::quota)
                .list();
    }

    /** Every change of quotas, latest first. */
    List<Quota> changes(OrganisationId organisation) {
        return db.sql(SAID + "where organisation = :organisation order by version desc limit 200")
                .param("organisation", organisation.value())
                .query(StorageTable::quota)
                .list();
    }

    void insert(OrganisationId organisation, Quota quota) {
        db.sql("""
                        insert into custody.quota_said (organisation, version, kind, case_number, bytes, reason, said_at, said_by)
                        values (:organisation, :version, :kind, :number, :bytes, :reason, :at, :by)
                        """)
                .param("organisation", organisation.value())
                .param("version", quota.version())
                .param("kind", quota.kind().code())
                .param("number", quota.caseNumber().orElse(null), Types.VARCHAR)
                .param("bytes", quota.limit().isPresent() ? quota.limit().getAsLong() : null, Types.BIGINT)
                .param("reason", quota.said().reason())
                .param("at", quota.said().at().atOffset(ZoneOffset.UTC))
                .param("by", quota.said().by().orElseThrow().value())
                .update();
    }

    /** Makes others who keep or limit something of the organisation wait until the transaction ends. */
    void takeTurn(OrganisationId organisation) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plumbline.storage ' || :organisation, 0))")
                .param("organisation", organisation.toString())
                .query((row, n) -> n)
                .list();
    }

    /** What a series of a case keeps; others who keep something there wait until the transaction ends. */
    long hold(OrganisationId organisation, CaseId caseId, int series) {
        return db.sql("""
                        insert into custody.kept (organisation, case_id, series, bytes, files)
                        values (:organisation, :case, :series, 0, 0)
                        on conflict on constraint kept_pk do update set bytes = custody.kept.bytes
                        returning bytes
                        """)
                .param("organisation", organisation.value())
                .param("case", caseId.value())
                .param("series", series)
                .query(Long.class)
                .single();
    }

    void add(CaseId caseId, int series, long bytes) {
        db.sql("""
                        update custody.kept set bytes = bytes + :bytes, files = files + 1
                        where case_id = :case and series = :series
                        """)
                .param("case", caseId.value())
                .param("series", series)
                .param("bytes", bytes)
                .update();
    }

    /** What a series of a case keeps. */
    long bytes(CaseId caseId, int series) {
        return db.sql("select coalesce(max(bytes), 0) from custody.kept where case_id = :case and series = :series")
                .param("case", caseId.value())
                .param("series", series)
                .query(Long.class)
                .single();
    }

    /** What the whole organisation keeps. */
    long bytes(OrganisationId organisation) {
        return db.sql("select coalesce(sum(bytes), 0)::bigint from custody.kept where organisation = :organisation")
                .param("organisation", organisation.value())
                .query(Long.class)
                .single();
    }

    /** What each case keeps, the largest first, and nothing that says which case it is. */
    List<StorageFile.CaseSize> sizes(OrganisationId organisation) {
        return db.sql("""
                        select sum(bytes)::bigint as bytes, sum(files)::bigint as files
                        from custody.kept where organisation = :organisation
                        group by case_id order by 1 desc limit 100000
                        """)
                .param("organisation", organisation.value())
                .query((row, n) -> new StorageFile.CaseSize(row.getLong("bytes"), row.getLong("files")))
                .list();
    }

    private static Quota quota(ResultSet row, int n) throws SQLException {
        long bytes = row.getLong("bytes");
        return new Quota(
                Quota.Kind.ofCode(row.getString("kind")),
                Optional.ofNullable(row.getString("case_number")),
                row.getObject("bytes") == null ? OptionalLong.empty() : OptionalLong.of(bytes),
                row.getInt("version"),
                new Step(
                        Optional.of(new MemberId(row.getObject("said_by", UUID.class))),
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")));
    }
}
