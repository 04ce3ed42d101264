package org.plumbline.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on sessions. Spring Session keeps them; beside each we keep in which browser it began. */
@Component
class SessionTable {
    private static final String MINE = """
            identity.session s join identity.session_begun b
              on b.fingerprint = identity.session_fingerprint(s.session_id::text) and b.member::text = s.principal_name
            """;

    private final JdbcClient db;

    SessionTable(JdbcClient db) {
        this.db = db;
    }

    void insertBegun(UUID id, String fingerprint, MemberId member, Device device, Instant now) {
        db.sql("""
                        insert into identity.session_begun (id, fingerprint, member, browser, system, begun_at)
                        values (:id, :fingerprint, :member, :browser, :system, :now)
                        """)
                .param("id", id)
                .param("fingerprint", fingerprint)
                .param("member", member.value())
                .param("browser", device.browser())
                .param("system", device.system())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Live sessions of a member, latest used first; the one of this fingerprint is marked. */
    List<LiveSession> live(MemberId member, Instant now, String current) {
        return db.sql("select b.id, b.browser, b.system, b.begun_at, s.last_access_time, b.fingerprint from " + MINE
                        + """
                        where s.principal_name = :member and s.expiry_time > :now
                        order by s.last_access_time desc, b.id desc limit 200
                        """)
                .param("member", member.toString())
                .param("now", now.toEpochMilli())
                .query((row, n) -> new LiveSession(
                        row.getObject("id", UUID.class),
                        row.getString("browser"),
                        row.getString("system"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getString("fingerprint").equals(current)))
                .list();
    }

    int count(MemberId member, Instant now) {
        return db.sql("select count(*) from identity.session where principal_name = :member and expiry_time > :now")
                .param("member", member.toString())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** False when there is no such session any more. */
    boolean end(MemberId member, UUID begun) {
        return db.sql("""
                                delete from identity.session s using identity.session_begun b
                                where b.fingerprint = identity.session_fingerprint(s.session_id::text)
                                  and b.id = :begun and s.principal_name = :member
                                """)
                        .param("begun", begun)
                        .param("member", member.toString())
                        .update()
                > 0;
    }

    /** Ends all sessions of everybody. */
    int endAll() {
        return db.sql("delete from identity.session").update();
    }

    /** Ends all sessions of a member but the one of this fingerprint, which may be empty. */
    int endAllBut(MemberId member, String fingerprint) {
        return db.sql("""
                        delete from identity.session
                        where principal_name = :member
                          and identity.session_fingerprint(session_id::text) <> :fingerprint
                        """)
                .param("member", member.toString())
                .param("fingerprint", fingerprint)
                .update();
    }
}
