package org.plumbline.identity.ways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on logins, passwords and code apps. */
@Component
class PasswordTable {
    /** A password is a way in only together with a code app. */
    private static final String WORKING = """
            select l.member, l.login, p.id as password, p.hash, p.recorded_at, a.id as code_app, a.sealed,
                   a.recorded_at as codes_since
            from identity.login l
            join identity.password p on p.member = l.member
              and not exists (select 1 from identity.password_ended e where e.password = p.id)
            join identity.code_app a on a.member = l.member
              and not exists (select 1 from identity.code_app_ended e where e.code_app = a.id)
            """;

    private final JdbcClient db;

    PasswordTable(JdbcClient db) {
        this.db = db;
    }

    /** The way with what checks it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; handed from records to checks only
    record Stored(PasswordWay way, MemberId member, String hash, UUID codeApp, byte[] sealed) {}

    Optional<Stored> of(MemberId member) {
        return db.sql(WORKING + "where l.member = :member order by p.id desc, a.id desc limit 1")
                .param("member", member.value())
                .query(PasswordTable::stored)
                .optional();
    }

    Optional<Stored> byLogin(String login) {
        return db.sql(WORKING + "where l.login = :login order by p.id desc, a.id desc limit 1")
                .param("login", login)
                .query(PasswordTable::stored)
                .optional();
    }

    /** The login a member chose; it stays when the password is removed. */
    Optional<String> login(MemberId member) {
        return db.sql("select login from identity.login where member = :member")
                .param("member", member.value())
                .query(String.class)
                .optional();
    }

    /** False when somebody has this login. */
    boolean insertLogin(MemberId member, String login, Instant now) {
        return db.sql("""
                        insert into identity.login (member, login, recorded_at) values (:member, :login, :now)
                        on conflict do nothing
                        """)
                        .param("member", member.value())
                        .param("login", login)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Ends the passwords before it. */
    void insertPassword(UUID id, MemberId member, String hash, Instant now) {
        endPasswords(member, now);
        db.sql("insert into identity.password (id, member, hash, recorded_at) values (:id, :member, :hash, :now)")
                .param("id", id)
                .param("member", member.value())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends the apps before it. */
    void insertCodeApp(UUID id, MemberId member, byte[] sealed, Instant now) {
        endCodeApps(member, now);
        db.sql("insert into identity.code_app (id, member, sealed, recorded_at) values (:id, :member, :sealed, :now)")
                .param("id", id)
                .param("member", member.value())
                .param("sealed", sealed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endPasswords(MemberId member, Instant now) {
        db.sql("""
                        insert into identity.password_ended (password, ended_at)
                        select id, :now from identity.password where member = :member on conflict do nothing
                        """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endCodeApps(MemberId member, Instant now) {
        db.sql("""
                        insert into identity.code_app_ended (code_app, ended_at)
                        select id, :now from identity.code_app where member = :member on conflict do nothing
                        """)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when this step's code, or a later one's, was taken before. */
    boolean useCode(UUID codeApp, long step, Instant now) {
        return db.sql("""
                        insert into identity.code_used (code_app, step, used_at)
                        select :app, :step, :now
                        where not exists (select 1 from identity.code_used where code_app = :app and step >= :step)
                        on conflict do nothing
                        """)
                        .param("app", codeApp)
                        .param("step", step)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        var way = new PasswordWay(
                row.getObject("password", UUID.class),
                row.getString("login"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("codes_since", OffsetDateTime.class).toInstant());
        return new Stored(
                way,
                new MemberId(row.getObject("member", UUID.class)),
                row.getString("hash"),
                row.getObject("code_app", UUID.class),
                row.getBytes("sealed"));
    }
}
