package org.plumbline.testing;

import java.util.UUID;
import org.plumbline.identity.Member;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ways to sign in as the records hold them, with a fresh proof for each token of the member, so that the API may remove
 * one after the other.
 *
 * @param passkey one of two
 * @param identity at a provider that is no longer in use
 */
public record MadeWays(UUID passkey, UUID identity) {
    /** Makes two passkeys, a password with its app, and an identity. */
    public static MadeWays of(Member member, JdbcClient db) {
        var made = new MadeWays(passkey(member, db), UUID.randomUUID());
        passkey(member, db);
        insert(db, member, """
                insert into identity.outside_identity (id, member, issuer, subject, recorded_at)
                values (:id, :member, 'https://provider.example', :id, now())
                """, made.identity());
        insert(db, member, """
                insert into identity.login (member, login, recorded_at) values (:member, 'made.' || left(:id::text, 8), now())
                """, UUID.randomUUID());
        insert(db, member, """
                insert into identity.password (id, member, hash, recorded_at) values (:id, :member, '$argon2id$', now())
                """, UUID.randomUUID());
        insert(db, member, """
                insert into identity.code_app (id, member, sealed, recorded_at) values (:id, :member, '', now())
                """, UUID.randomUUID());
        insert(db, member, """
                insert into identity.proof (session, member, proved_at)
                select 'token:' || t.id, t.member, now() from identity.token t where t.member = :member and :id is not null
                """, UUID.randomUUID());
        return made;
    }

    private static UUID passkey(Member member, JdbcClient db) {
        UUID id = UUID.randomUUID();
        insert(db, member, """
                insert into identity.passkey (id, member, credential_id, public_key, authenticator, first_sign_count,
                    name, transports, backup_eligible, recorded_at)
                values (:id, :member, decode(replace(:id::text, '-', ''), 'hex'), '', decode(repeat('00', 16), 'hex'), 0,
                    'Laptop', '{}', false, now())
                """, id);
        insert(db, member, """
                insert into identity.passkey_use (passkey, sign_count, backed_up)
                select :id, 0, false from identity.member where id = :member
                """, id);
        return id;
    }

    private static void insert(JdbcClient db, Member member, String sql, UUID id) {
        db.sql(sql).param("id", id).param("member", member.id().value()).update();
    }
}
