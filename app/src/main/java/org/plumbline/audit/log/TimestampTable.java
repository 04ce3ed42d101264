package org.plumbline.audit.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.engine.log.timestamp.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on timestamps of checkpoints. Insert only. */
@Component
class TimestampTable {
    private static final String STAMPED =
            "select size, stamped_at, authority, self_asserted, recorded_at from audit.checkpoint_timestamp ";

    private final JdbcClient db;

    TimestampTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * A token with the checkpoint it is over.
     *
     * @param signed the checkpoint as the log has signed it
     */
    @SuppressWarnings("ArrayRecordComponent") // Written to an archive, never compared.
    record Token(long size, String signed, byte[] token) {}

    /** @param asked whom: {@code embedded} or an address */
    void keep(long size, String asked, byte[] token, Timestamp says) {
        db.sql("""
                        insert into audit.checkpoint_timestamp (size, asked, token, stamped_at, authority, self_asserted)
                        values (:size, :asked, :token, :at, :authority, :self) on conflict do nothing
                        """)
                .param("size", size)
                .param("asked", asked)
                .param("token", token)
                .param("at", says.at().atOffset(ZoneOffset.UTC))
                .param("authority", says.authority())
                .param("self", says.selfAsserted())
                .update();
    }

    /** The newest that this authority gave; absent before the first. */
    Optional<Stamped> lastOf(String asked) {
        return db.sql(STAMPED + "where asked = :asked order by size desc limit 1")
                .param("asked", asked)
                .query(TimestampTable::stamped)
                .optional();
    }

    /** The newest of one kind. */
    Optional<Stamped> newest(boolean selfAsserted) {
        return db.sql(STAMPED + "where self_asserted = :self order by size desc limit 1")
                .param("self", selfAsserted)
                .query(TimestampTable::stamped)
                .optional();
    }

    /** The first over this place, one by an outside authority before one that is self-asserted. */
    Optional<Stamped> over(long index) {
        return db.sql(STAMPED + "where size > :index order by self_asserted, size limit 1")
                .param("index", index)
                .query(TimestampTable::stamped)
                .optional();
    }

    /** For each of these places the first token over it of each kind, within a tree; in the order of their sizes. */
    List<Token> firstOver(Collection<Long> indexes, long within) {
        return db.sql("""
                        select t.size, c.note, t.token from audit.checkpoint_timestamp t
                        join audit.checkpoint c on c.size = t.size
                        where t.size <= :within and (t.size, t.self_asserted) in (
                            select first.size, kind.self
                            from unnest(cast(string_to_array(:indexes, ',') as bigint[])) as place
                            cross join (values (true), (false)) as kind (self)
                            cross join lateral (
                                select min(s.size) as size from audit.checkpoint_timestamp s
                                where s.size > place and s.self_asserted = kind.self) as first)
                        order by t.size, t.asked limit 10000
                        """)
                .param("within", within)
                .param("indexes", indexes.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .query((row, n) -> new Token(row.getLong("size"), row.getString("note"), row.getBytes("token")))
                .list();
    }

    private static Stamped stamped(ResultSet row, int n) throws SQLException {
        return new Stamped(
                row.getLong("size"),
                instant(row, "stamped_at"),
                row.getString("authority"),
                row.getBoolean("self_asserted"),
                instant(row, "recorded_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
