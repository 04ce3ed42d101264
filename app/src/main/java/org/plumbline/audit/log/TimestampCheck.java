package org.plumbline.audit.log;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.timestamp.Timestamp;

/**
 * Whether each timestamp that was kept is a sound one, over the checkpoint it is kept for, and says what its row says.
 */
final class TimestampCheck {
    private static final String TIMESTAMPS = """
            select t.size, t.asked, t.token, t.stamped_at, t.authority, t.self_asserted, c.note
            from audit.checkpoint_timestamp t join audit.checkpoint c on c.size = t.size
            order by t.size, t.asked
            """;

    private final List<Finding> findings = new ArrayList<>();
    private Optional<Timestamp> newest = Optional.empty();
    private long newestSize;
    private int checked;
    private int selfAsserted;

    /** What does not hold, by the code of the fault. */
    List<Finding> run(Connection records) throws SQLException {
        try (PreparedStatement query = records.prepareStatement(TIMESTAMPS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                check(row);
            }
        }
        return List.copyOf(findings);
    }

    /** What was found, for people. */
    String summary() {
        String last = newest.map(stamp ->
                        ", the last at " + stamp.at() + " by " + stamp.authority() + " over checkpoint " + newestSize)
                .orElse("");
        return checked + " timestamps checked, " + selfAsserted + " of them self-asserted" + last;
    }

    private void check(ResultSet row) throws SQLException {
        checked++;
        String about = "the timestamp of checkpoint " + row.getLong("size") + " by " + row.getString("asked");
        try {
            Timestamp says = Timestamp.read(row.getBytes("token"));
            says.requireOver(Note.parse(row.getString("note").getBytes(StandardCharsets.UTF_8))
                    .text());
            boolean same = says.at()
                            .equals(row.getObject("stamped_at", OffsetDateTime.class)
                                    .toInstant())
                    && says.authority().equals(row.getString("authority"))
                    && says.selfAsserted() == row.getBoolean("self_asserted");
            if (!same) {
                findings.add(new Finding("timestamp-changed", about + ": it says other than what its row does"));
            }
            selfAsserted += says.selfAsserted() ? 1 : 0;
            newest = Optional.of(says);
            newestSize = row.getLong("size");
        } catch (Refused e) {
            findings.add(new Finding(e.fault().code(), about + ": " + e.detail()));
        }
    }
}
