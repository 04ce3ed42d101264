package org.plumbline.identity.ways;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries over all ways of a member to sign in. */
@Component
class WaysTable {
    /** Any number no other lock of this kind uses; the second key is the member. */
    private static final int LOCK = 0x51A1;

    private final JdbcClient db;

    WaysTable(JdbcClient db) {
        this.db = db;
    }

    void hold(MemberId member) {
        db.sql("select pg_advisory_xact_lock(:lock, :member)")
                .param("lock", LOCK)
                .param("member", member.value().hashCode())
                .query((row, n) -> n)
                .single();
    }

    /** Decisions of an organisation go one after the other. */
    void hold(OrganisationId organisation) {
        db.sql("select pg_advisory_xact_lock(:lock, :organisation)")
                .param("lock", LOCK)
                .param("organisation", organisation.value().hashCode())
                .query((row, n) -> n)
                .single();
    }

    /** The decision on passwords that rules; absent where nobody decided. */
    Optional<PasswordDecision> decision(OrganisationId organisation) {
        return decisions(organisation).stream().findFirst();
    }

    /** Decisions on passwords, newest first. */
    List<PasswordDecision> decisions(OrganisationId organisation) {
        return db.sql("""
                        select allowed, reason, decided_at, decided_by from identity.password_decision
                        where organisation = :organisation order by decided_at desc, id desc limit 200
                        """)
                .param("organisation", organisation.value())
                .query((row, n) -> new PasswordDecision(
                        row.getBoolean("allowed"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        new MemberId(row.getObject("decided_by", UUID.class))))
                .list();
    }

    void insert(UUID id, OrganisationId organisation, PasswordDecision decision) {
        db.sql("""
                        insert into identity.password_decision (id, organisation, allowed, reason, decided_at, decided_by)
                        values (:id, :organisation, :allowed, :reason, :at, :by)
                        """)
                .param("id", id)
                .param("organisation", organisation.value())
                .param("allowed", decision.allowed())
                .param("reason", decision.reason())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("by", decision.by().value())
                .update();
    }

    /** The ways of each person of an organisation, by name. */
    List<MemberWays> ways(OrganisationId organisation, String issuer) {
        return db.sql("""
                        select m.id, m.name,
                          (select count(*) from identity.passkey p where p.member = m.id
                             and not exists (select 1 from identity.passkey_ended e where e.passkey = p.id)) as passkeys,
                          exists (select 1 from identity.password p join identity.code_app a on a.member = p.member
                             where p.member = m.id
                               and not exists (select 1 from identity.password_ended e where e.password = p.id)
                               and not exists (select 1 from identity.code_app_ended e where e.code_app = a.id)) as password,
                          exists (select 1 from identity.outside_identity o where o.member = m.id and o.issuer = :issuer
                             and not exists (select 1 from identity.outside_identity_ended e
                                             where e.outside_identity = o.id)) as identity
                        from identity.member m
                        where m.organisation = :organisation and m.kind = 'person'
                          and not exists (select 1 from identity.member_ended x where x.member = m.id)
                        order by m.name, m.id limit 20000
                        """)
                .param("organisation", organisation.value())
                .param("issuer", issuer)
                .query((row, n) -> new MemberWays(
                        new MemberId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("passkeys"),
                        row.getBoolean("password"),
                        row.getBoolean("identity")))
                .list();
    }

    /** Sessions of browsers that are alive. */
    int sessions(OrganisationId organisation, Instant now) {
        return db.sql("""
                        select count(*) from identity.session s
                        join identity.member m on m.id::text = s.principal_name
                        where m.organisation = :organisation and s.expiry_time > :now
                        """)
                .param("organisation", organisation.value())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** Tries of the last day that were not taken back, and what waits because of them. */
    SignInState.Tries tries(Instant now) {
        return db.sql("""
                        select coalesce(sum(tries), 0) as counted, count(*) filter (where not_before > :now) as waiting
                        from identity.sign_in_try where tried_at > :now - interval '1 day'
                        """.replace(":now", "cast(:now as timestamptz)"))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new SignInState.Tries(row.getLong("counted"), row.getLong("waiting")))
                .single();
    }

    /**
     * How many ways work; a password without a code app, or the other way round, is none.
     *
     * @param issuer the provider in use, empty for none: an identity elsewhere lets nobody in
     * @param passwords whether passwords with codes are a way in
     */
    int count(MemberId member, String issuer, boolean passwords) {
        return db.sql("""
                        select (select count(*) from identity.passkey p where p.member = :member
                                  and not exists (select 1 from identity.passkey_ended e where e.passkey = p.id))
                             + (select count(distinct p.member) from identity.password p join identity.code_app a on a.member = p.member
                                where p.member = :member and :passwords
                                  and not exists (select 1 from identity.password_ended e where e.password = p.id)
                                  and not exists (select 1 from identity.code_app_ended e where e.code_app = a.id))
                             + (select count(*) from identity.outside_identity o where o.member = :member and o.issuer = :issuer
                                  and not exists (select 1 from identity.outside_identity_ended e where e.outside_identity = o.id))
                        """)
                .param("member", member.value())
                .param("issuer", issuer)
                .param("passwords", passwords)
                .query(Integer.class)
                .single();
    }
}
