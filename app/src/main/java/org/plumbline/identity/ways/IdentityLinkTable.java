package org.plumbline.identity.ways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on identities at outside providers. */
@Component
class IdentityLinkTable {
    private static final String WORKING = """
            select o.id, o.member, o.issuer, o.subject, o.recorded_at from identity.outside_identity o
            where not exists (select 1 from identity.outside_identity_ended e where e.outside_identity = o.id)
            """;

    private final JdbcClient db;

    IdentityLinkTable(JdbcClient db) {
        this.db = db;
    }

    void insert(OutsideIdentity identity) {
        db.sql("""
                        insert into identity.outside_identity (id, member, issuer, subject, recorded_at)
                        values (:id, :member, :issuer, :subject, :made)
                        """)
                .param("id", identity.id())
                .param("member", identity.member().value())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("made", identity.made().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until the transaction ends nobody else links this identity. */
    void hold(String issuer, String subject) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:identity, 0))")
                .param("identity", issuer + " " + subject)
                .query((row, n) -> n)
                .single();
    }

    List<OutsideIdentity> of(MemberId member) {
        return db.sql(WORKING + "and o.member = :member order by o.id limit 100")
                .param("member", member.value())
                .query(IdentityLinkTable::identity)
                .list();
    }

    Optional<OutsideIdentity> find(String issuer, String subject) {
        return db.sql(WORKING + "and o.issuer = :issuer and o.subject = :subject order by o.id limit 1")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(IdentityLinkTable::identity)
                .optional();
    }

    void end(UUID id, Instant now) {
        db.sql("""
                        insert into identity.outside_identity_ended (outside_identity, ended_at) values (:id, :now)
                        on conflict do nothing
                        """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static OutsideIdentity identity(ResultSet row, int n) throws SQLException {
        return new OutsideIdentity(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member", UUID.class)),
                row.getString("issuer"),
                row.getString("subject"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
