package org.plumbline.audit.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on epochs of the log. Insert only. */
@Component
class EpochTable {
    private final JdbcClient db;

    EpochTable(JdbcClient db) {
        this.db = db;
    }

    private record Row(int number, long first, String verifier, String facts, Instant began) {
        Epoch read() throws Refused {
            return new Epoch(number, first, VerifierKey.parse(verifier), EpochFacts.read(facts), began);
        }
    }

    /** All that have their beginning, in order. */
    List<Epoch> all() throws Refused {
        List<Row> rows = db.sql("""
                        select e.number, p.first, e.verifier, e.facts, e.recorded_at
                        from audit.epoch e join audit.epoch_placed p on p.number = e.number order by e.number
                        """)
                .query((row, n) -> new Row(
                        row.getInt("number"),
                        row.getLong("first"),
                        row.getString("verifier"),
                        row.getString("facts"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
        var epochs = new java.util.ArrayList<Epoch>();
        for (Row row : rows) {
            epochs.add(row.read());
        }
        return List.copyOf(epochs);
    }

    /** The next one, whose beginning {@link #place} gives; inside the act that records it. */
    void insert(VerifierKey key, String facts) {
        db.sql("""
                        insert into audit.epoch (number, origin, verifier, facts)
                        select coalesce(max(number), 0) + 1, :origin, :verifier, :facts from audit.epoch
                        """)
                .param("origin", key.name())
                .param("verifier", key.toString())
                .param("facts", facts)
                .update();
    }

    /** Gives those without a beginning theirs. */
    void place() {
        db.sql("select audit.place_epochs()").query((row, n) -> n).list();
    }
}
