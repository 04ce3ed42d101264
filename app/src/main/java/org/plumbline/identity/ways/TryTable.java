package org.plumbline.identity.ways;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on tries. Each is one statement, committed by itself: a refused sign-in rolls nothing of it back. */
@Component
class TryTable {
    private final JdbcClient db;

    TryTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param free tries before the first delay
     * @param shortest the first delay, doubled by each further try
     * @param longest no delay is longer
     * @param forgotten tries before this moment no longer count
     */
    record Rule(int free, Duration shortest, Duration longest, Instant forgotten) {}

    /** Counts a try, unless an earlier one still makes it wait: then until when. */
    Optional<Instant> take(byte[] key, Instant now, Rule rule) {
        int taken = db.sql("""
                        insert into identity.sign_in_try as t (key, tries, tried_at) values (:key, 1, :now)
                        on conflict (key) do update set
                          tries = case when t.tried_at < :forgotten then 1 else t.tries + 1 end,
                          tried_at = :now,
                          not_before = case when t.tried_at >= :forgotten and t.tries + 1 >= :free
                            then :now + least(:longest, :shortest * power(2, least(t.tries + 1 - :free, 20)))
                                 * interval '1 second' end
                        where t.not_before is null or t.not_before <= :now
                        """)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("forgotten", rule.forgotten().atOffset(ZoneOffset.UTC))
                .param("free", rule.free())
                .param("shortest", rule.shortest().toSeconds())
                .param("longest", rule.longest().toSeconds())
                .update();
        if (taken == 1) {
            sweep(rule);
            return Optional.empty();
        }
        return Optional.of(notBefore(key).orElse(now));
    }

    /** Takes the last try back. */
    void takeBack(byte[] key) {
        db.sql("update identity.sign_in_try set tries = greatest(tries - 1, 0), not_before = null where key = :key")
                .param("key", key)
                .update();
    }

    void forget(byte[] key) {
        db.sql("delete from identity.sign_in_try where key = :key")
                .param("key", key)
                .update();
    }

    private void sweep(Rule rule) {
        db.sql("""
                        delete from identity.sign_in_try where key in (
                          select key from identity.sign_in_try where tried_at < :forgotten
                          order by tried_at limit 100 for update skip locked)
                        """)
                .param("forgotten", rule.forgotten().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Instant> notBefore(byte[] key) {
        return db.sql("select not_before from identity.sign_in_try where key = :key and not_before is not null")
                .param("key", key)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
