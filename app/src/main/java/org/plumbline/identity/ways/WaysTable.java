package org.plumbline.identity.ways;

import org.plumbline.kernel.MemberId;
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

    /**
     * How many ways work; a password without a code app, or the other way round, is none.
     *
     * @param issuer the provider in use, empty for none: an identity elsewhere lets nobody in
     */
    int count(MemberId member, String issuer) {
        return db.sql("""
                        select (select count(*) from identity.passkey p where p.member = :member
                                  and not exists (select 1 from identity.passkey_ended e where e.passkey = p.id))
                             + (select count(distinct p.member) from identity.password p join identity.code_app a on a.member = p.member
                                where p.member = :member
                                  and not exists (select 1 from identity.password_ended e where e.password = p.id)
                                  and not exists (select 1 from identity.code_app_ended e where e.code_app = a.id))
                             + (select count(*) from identity.outside_identity o where o.member = :member and o.issuer = :issuer
                                  and not exists (select 1 from identity.outside_identity_ended e where e.outside_identity = o.id))
                        """)
                .param("member", member.value())
                .param("issuer", issuer)
                .query(Integer.class)
                .single();
    }
}
