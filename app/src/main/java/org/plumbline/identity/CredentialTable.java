package org.plumbline.identity;

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

/** Every query on sign-in links and tokens; secrets are kept as hashes. */
@Component
class CredentialTable {
    private final JdbcClient db;

    CredentialTable(JdbcClient db) {
        this.db = db;
    }

    void insertLink(UUID id, MemberId member, Secret secret, String kind, Instant now, Instant expires) {
        db.sql("""
                        insert into identity.sign_in_link (id, member, secret_hash, kind, recorded_at, expires_at)
                        values (:id, :member, :hash, :kind, :now, :expires)
                        """)
                .param("id", id)
                .param("member", member.value())
                .param("hash", secret.hash())
                .param("kind", kind)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SignInLink> link(Secret secret, Instant now) {
        return db.sql("""
                        select l.id, l.member, l.kind from identity.sign_in_link l
                        where l.secret_hash = :hash and l.expires_at > :now
                          and not exists (select 1 from identity.sign_in_link_used u where u.link = l.id)
                          and not exists (select 1 from identity.member_ended x where x.member = l.member)
                        """)
                .param("hash", secret.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new SignInLink(
                        row.getObject("id", UUID.class),
                        new MemberId(row.getObject("member", UUID.class)),
                        !row.getString("kind").equals("demo")))
                .optional();
    }

    /** False when somebody used the link in the meantime. */
    boolean use(SignInLink link, Instant now) {
        return db.sql(
                                "insert into identity.sign_in_link_used (link, used_at) values (:link, :now) on conflict do nothing")
                        .param("link", link.id())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void insertToken(Token token, Secret secret, Instant now) {
        db.sql("""
                        insert into identity.token (id, member, name, scope, secret_hash, recorded_at, expires_at)
                        values (:id, :member, :name, :scope, :hash, :now, :expires)
                        """)
                .param("id", token.id())
                .param("member", token.member().value())
                .param("name", token.name())
                .param("scope", token.mayWrite() ? "write" : "read")
                .param("hash", secret.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Tokens of a member that still work, newest first. */
    List<Token> tokens(MemberId member, Instant now) {
        return db.sql("""
                        select t.id, t.member, t.name, t.scope, t.expires_at from identity.token t
                        where t.member = :member and t.expires_at > :now
                          and not exists (select 1 from identity.token_ended e where e.token = t.id)
                        order by t.id desc limit 200
                        """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> token(row))
                .list();
    }

    void endToken(UUID id, Step ended) {
        db.sql("""
                        insert into identity.token_ended (token, ended_at, ended_by, reason)
                        values (:id, :at, :by, :reason) on conflict do nothing
                        """)
                .param("id", id)
                .param("at", ended.at().atOffset(ZoneOffset.UTC))
                .param("by", ended.by().orElseThrow().value())
                .param("reason", ended.reason())
                .update();
    }

    /** Makes every link of the member that still works a used one. */
    void spendLinks(MemberId member, Instant now) {
        db.sql("""
                        insert into identity.sign_in_link_used (link, used_at)
                        select l.id, :now from identity.sign_in_link l
                        where l.member = :member and l.expires_at > :now on conflict do nothing
                        """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Token> token(Secret secret, Instant now) {
        return db.sql("""
                        select t.id, t.member, t.name, t.scope, t.expires_at from identity.token t
                        where t.secret_hash = :hash and t.expires_at > :now
                          and not exists (select 1 from identity.token_ended e where e.token = t.id)
                          and not exists (select 1 from identity.member_ended x where x.member = t.member)
                        """)
                .param("hash", secret.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> token(row))
                .optional();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member", UUID.class)),
                row.getString("name"),
                row.getString("scope").equals("write"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
