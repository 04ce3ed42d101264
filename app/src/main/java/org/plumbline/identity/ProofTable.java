package org.plumbline.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on proofs. */
@Component
class ProofTable {
    private final JdbcClient db;

    ProofTable(JdbcClient db) {
        this.db = db;
    }

    void insert(String session, MemberId member, Instant now) {
        db.sql("""
            insert into identity.proof (session, member, proved_at) values (:session, :member, :now)
            on conflict do nothing
            """)
                .param("session", session)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean provedSince(String session, MemberId member, Instant since) {
        return db.sql("""
            select exists (select 1 from identity.proof
                           where session = :session and member = :member and proved_at > :since)
            """)
                .param("session", session)
                .param("member", member.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<Instant> latest(String session, MemberId member) {
        return db.sql("""
            select proved_at from identity.proof where session = :session and member = :member
            order by proved_at desc limit 1
            """)
                .param("session", session)
                .param("member", member.value())
                .query((row, n) ->
                        row.getObject("proved_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void copy(String from, String to, MemberId member, Instant since) {
        db.sql("""
            insert into identity.proof (session, member, proved_at)
            select :to, p.member, max(p.proved_at) from identity.proof p
            where p.session = :from and p.member = :member and p.proved_at > :since
            group by p.member
            on conflict do nothing
            """)
                .param("to", to)
                .param("from", from)
                .param("member", member.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }
}
