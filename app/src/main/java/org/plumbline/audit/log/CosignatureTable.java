package org.plumbline.audit.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on cosignatures of checkpoints. Insert only. */
@Component
class CosignatureTable {
    private final JdbcClient db;

    CosignatureTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * Who has seen a place.
     *
     * @param witnesses how many of them
     * @param checkpoint size of the first checkpoint over it that one has signed
     */
    record Seen(int witnesses, long checkpoint) {}

    /** @param line the signature as it stands in a note, with its newline */
    void keep(long size, String witness, String line) {
        db.sql(
                        "insert into audit.cosignature (size, witness, line) values (:size, :witness, :line) on conflict do nothing")
                .param("size", size)
                .param("witness", witness)
                .param("line", line)
                .update();
    }

    /** The largest checkpoint beyond this size that a witness has signed; 0 for none. */
    long lastOf(String witness, long beyond) {
        return db.sql(
                        "select coalesce(max(size), 0) from audit.cosignature where witness = :witness and size > :beyond")
                .param("witness", witness)
                .param("beyond", beyond)
                .query(Long.class)
                .single();
    }

    /** When a witness signed this checkpoint; absent where it has not. */
    Optional<Instant> signedAt(String witness, long size) {
        return db.sql("select recorded_at from audit.cosignature where witness = :witness and size = :size")
                .param("witness", witness)
                .param("size", size)
                .query((row, n) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The largest checkpoint that any witness has signed, and how many have; absent while none has. */
    Optional<Seen> last() {
        return db.sql("""
                        select count(*) as witnesses, size from audit.cosignature
                        group by size order by size desc limit 1
                        """)
                .query((row, n) -> new Seen(row.getInt("witnesses"), row.getLong("size")))
                .optional();
    }

    /** Who has signed a checkpoint over this place; absent while nobody has. */
    Optional<Seen> over(long index) {
        return db.sql(
                        "select count(distinct witness) as witnesses, min(size) as size from audit.cosignature where size > :index")
                .param("index", index)
                .query((row, n) -> new Seen(row.getInt("witnesses"), row.getLong("size")))
                .optional()
                .filter(seen -> seen.witnesses() > 0);
    }
}
