package org.plumbline.custody.fixity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.vault.Quarantine;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on checks of fixity. */
@Component
class FixityTable implements Quarantine {
    private final JdbcClient db;

    FixityTable(JdbcClient db) {
        this.db = db;
    }

    /** Content to be looked at. */
    record Due(OrganisationId owner, CaseId caseId, Digest digest, long bytes) {}

    /** How many contents there are, how many were looked at in time, and how many of them did not hold. */
    record Count(long contents, long overdue, long quarantined) {}

    /**
     * What was neither received nor looked at within so long, as far as the transaction sees it, the most overdue
     * first. What was too large to be digested again when it was received is due at once.
     */
    List<Due> due(Instant now, Duration within, int most) {
        return db.sql("""
                        select c.owner, c.case_id, c.digest, c.bytes
                        from (select min(owner::text)::uuid as owner, case_id, digest, max(bytes) as bytes,
                                     min(recorded_at) as received
                              from custody.content group by case_id, digest) c
                        left join lateral (select max(f.checked_at) as at from custody.fixity_check f
                                           where f.case_id = c.case_id and f.digest = c.digest) last on true
                        cross join lateral (select coalesce(last.at, c.received) + case
                            when last.at is null and c.bytes > :again then interval '0'
                            else :within * interval '1 second' end as at) due
                        where due.at < :now
                        order by due.at limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("within", within.toSeconds())
                .param("again", Vault.DIGESTED_AGAIN)
                .param("most", most)
                .query((row, n) -> new Due(
                        new OrganisationId(row.getObject("owner", UUID.class)),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new Digest(row.getString("digest")),
                        row.getLong("bytes")))
                .list();
    }

    /** As far as the transaction sees it. */
    Count count(Instant since) {
        return db.sql("""
                        select count(*) as contents,
                               count(*) filter (where coalesce(last.checked_at, c.received) < :since) as overdue,
                               count(*) filter (where last.result <> 'held') as quarantined
                        from (select case_id, digest, min(recorded_at) as received
                              from custody.content group by case_id, digest) c
                        left join lateral (select f.checked_at, f.result from custody.fixity_check f
                                           where f.case_id = c.case_id and f.digest = c.digest
                                           order by f.checked_at desc, f.id desc limit 1) last on true
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        new Count(row.getLong("contents"), row.getLong("overdue"), row.getLong("quarantined")))
                .single();
    }

    void insert(UUID id, CaseId caseId, Digest digest, FixityCheck check) {
        db.sql("""
                        insert into custody.fixity_check (id, case_id, digest, checked_at, result)
                        values (:id, :case, :digest, :at, :result)
                        """)
                .param("id", id)
                .param("case", caseId.value())
                .param("digest", digest.hex())
                .param("at", check.at().atOffset(ZoneOffset.UTC))
                .param("result", check.result().code())
                .update();
    }

    Optional<FixityCheck> newest(CaseId caseId, Digest digest) {
        return Optional.ofNullable(newest(caseId, List.of(digest.hex())).get(digest));
    }

    /** The newest of each digest that was ever looked at. */
    Map<Digest, FixityCheck> newest(CaseId caseId, Collection<String> digests) {
        var newest = new HashMap<Digest, FixityCheck>();
        if (!digests.isEmpty()) {
            db.sql("""
                            select distinct on (digest) digest, checked_at, result from custody.fixity_check
                            where case_id = :case and digest in (:digests)
                            order by digest, checked_at desc, id desc limit 1000
                            """)
                    .param("case", caseId.value())
                    .param("digests", digests)
                    .query((row, n) -> newest.put(new Digest(row.getString("digest")), check(row)))
                    .list();
        }
        return Map.copyOf(newest);
    }

    @Override
    public boolean holdsBack(CaseId caseId, Digest digest) {
        return newest(caseId, digest).filter(FixityCheck::isQuarantined).isPresent();
    }

    private static FixityCheck check(ResultSet row) throws SQLException {
        return new FixityCheck(
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                FixityCheck.Result.ofCode(row.getString("result")));
    }
}
