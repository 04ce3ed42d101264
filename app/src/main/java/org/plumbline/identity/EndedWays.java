package org.plumbline.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends every way to sign in that a member has, as a recovery does: what was lost may be in other hands. */
@Component
class EndedWays {
    private static final List<String> WAYS = List.of("passkey", "password", "code_app", "outside_identity");

    private final JdbcClient db;

    EndedWays(JdbcClient db) {
        this.db = db;
    }

    void endAll(MemberId member, Instant now) {
        for (String way : WAYS) {
            db.sql("""
                            insert into identity.#_ended (#, ended_at)
                            select w.id, :now from identity.# w where w.member = :member
                            on conflict do nothing
                            """.replace("#", way))
                    .param("member", member.value())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
