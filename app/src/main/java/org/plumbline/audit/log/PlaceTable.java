package org.plumbline.audit.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on the places of entries and on checkpoints. Insert only. */
@Component
class PlaceTable {
    private static final String KEPT = """
            select c.size, c.note, c.recorded_at, coalesce(
                (select string_agg(s.line, '' order by s.witness) from audit.cosignature s where s.size = c.size), '') as cosigned
            from audit.checkpoint c
            """;

    private final JdbcClient db;

    PlaceTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * A checkpoint as it was kept when it was signed.
     *
     * @param signed by the log alone
     * @param cosigned lines of witnesses, empty for none
     */
    record Kept(long size, String signed, String cosigned, Instant at) {
        /** With all signatures. */
        String note() {
            return signed + cosigned;
        }
    }

    /** The oldest transaction that still runs: entries of older ones are there to be seen. */
    String horizon() {
        return db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /** Gives places to entries written in this transaction or later ones; answers how many, at most {@code most}. */
    int give(String since, int most) {
        return db.sql("select audit.give_places(cast(:since as xid8), :most)")
                .param("since", since)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Commitments in the order of their places, 32 bytes each. */
    List<byte[]> commitments(long from, int most) {
        return db.sql("select leaf from audit.commitments(:from, :most) order by index")
                .param("from", from)
                .param("most", most)
                .query((row, n) -> row.getBytes("leaf"))
                .list();
    }

    /** How many checkpoints are larger than this. */
    long checkpointsOver(long size) {
        return db.sql("select count(*) from audit.checkpoint where size > :size")
                .param("size", size)
                .query(Long.class)
                .single();
    }

    /** The place of an entry the acting person may see; absent until it has one. */
    Optional<Long> placeOf(UUID entry) {
        return db.sql("select index from audit.position where entry = :entry")
                .param("entry", entry)
                .query(Long.class)
                .optional();
    }

    /** The places of entries the acting person may see; those without one are left out. */
    Map<UUID, Long> placesOf(Collection<UUID> entries) {
        var places = new HashMap<UUID, Long>();
        db.sql(
                        "select entry, index from audit.position where entry = any (cast(string_to_array(:entries, ',') as uuid[]))")
                .param("entries", entries.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query((row, n) -> places.put(row.getObject("entry", UUID.class), row.getLong("index")))
                .list();
        return places;
    }

    void keep(Note note, Checkpoint checkpoint) {
        db.sql("insert into audit.checkpoint (size, root, note) values (:size, :root, :note) on conflict do nothing")
                .param("size", checkpoint.size())
                .param("root", checkpoint.root().bytes())
                .param("note", note.toString())
                .update();
    }

    /** The checkpoint that was signed last; absent before the first. */
    Optional<Kept> newest() {
        return db.sql(KEPT + "order by c.size desc limit 1")
                .query(PlaceTable::kept)
                .optional();
    }

    /** The first checkpoint that covers a place; absent while none does. */
    Optional<Kept> firstOver(long index) {
        return db.sql(KEPT + "where c.size > :index order by c.size limit 1")
                .param("index", index)
                .query(PlaceTable::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getLong("size"),
                row.getString("note"),
                row.getString("cosigned"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
