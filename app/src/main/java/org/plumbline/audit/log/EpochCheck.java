package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/**
 * Whether every epoch of the log is on record, each began with an entry that says so, and the key of the last lies in
 * the folder.
 */
final class EpochCheck {
    private static final String EPOCHS = """
            select e.number, e.verifier, e.facts, e.recorded_at, p.first, b.content, q.index as place
            from audit.epoch e
            join audit.epoch_placed p on p.number = e.number
            left join audit.body b on b.entry = p.entry
            left join audit.position q on q.entry = p.entry
            order by e.number
            """;

    /** Beginnings without an epoch, and epochs that a server has signed in without a beginning. */
    private static final String HALVES = """
            select p.number from audit.epoch_placed p
            where not exists (select 1 from audit.epoch e where e.number = p.number)
            union
            select e.number from audit.epoch e
            where not exists (select 1 from audit.epoch_placed p where p.number = e.number)
              and exists (select 1 from audit.checkpoint c where c.recorded_at > e.recorded_at)
            order by number
            """;

    /** A server that signs has recorded its epoch before, since there are epochs: since this change of the records. */
    private static final String SIGNED_SINCE = """
            select exists (
                select 1 from audit.checkpoint c
                join public.flyway_schema_history h on ltrim(h.version, '0') = '28' and h.success
                where c.recorded_at > h.installed_on)
            """;

    private final List<Epoch> epochs = new ArrayList<>();
    private final TreeSet<Integer> numbers = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Reads them. */
    List<Finding> run(Connection records, TrailFolder folder) throws SQLException, IOException {
        try (PreparedStatement query = records.prepareStatement(EPOCHS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                epoch(row);
            }
        }
        missing(records);
        key(folder);
        return List.copyOf(findings);
    }

    /** Keys that checkpoints were signed with. */
    List<VerifierKey> keys() {
        return epochs.stream().map(Epoch::key).toList();
    }

    /** Whether a checkpoint lies beyond what was restored of its epoch, and is on record as known to be lost. */
    Optional<Boolean> isOnRecordAsLost(String origin, Tree tree) {
        for (int i = 0; i + 1 < epochs.size(); i++) {
            Epoch next = epochs.get(i + 1);
            if (epochs.get(i).origin().equals(origin) && tree.size() > next.first()) {
                return Optional.of(next.facts().tellOf(tree));
            }
        }
        return Optional.empty();
    }

    private void missing(Connection records) throws SQLException {
        var missing = new TreeSet<Integer>();
        for (int number = 1; !numbers.isEmpty() && number < numbers.getLast(); number++) {
            if (!numbers.contains(number)) {
                missing.add(number);
            }
        }
        try (PreparedStatement query = records.prepareStatement(HALVES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                missing.add(row.getInt("number"));
            }
        }
        if (numbers.isEmpty() && missing.isEmpty() && isSignedSince(records)) {
            missing.add(1);
        }
        missing.forEach(number -> findings.add(
                new Finding("epoch-missing", "epoch " + number + ": it or its beginning is not on record")));
    }

    private static boolean isSignedSince(Connection records) throws SQLException {
        try (PreparedStatement query = records.prepareStatement(SIGNED_SINCE);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void epoch(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        numbers.add(number);
        try {
            VerifierKey key = VerifierKey.parse(row.getString("verifier"));
            epochs.add(new Epoch(
                    number,
                    row.getLong("first"),
                    key,
                    EpochFacts.read(row.getString("facts")),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
            if (number > 1 && !saysSo(row)) {
                findings.add(new Finding("epoch-unrecorded", "epoch " + number + " of " + key.name()));
            }
        } catch (Refused damaged) {
            findings.add(new Finding(
                    "epoch-damaged", "epoch " + number + ": " + damaged.fault().code()));
        }
    }

    /** The entry at its first place names the same facts; the entry itself is held against its leaf elsewhere. */
    private static boolean saysSo(ResultSet row) throws SQLException, Refused {
        String content = row.getString("content");
        boolean isPlaced = row.getLong("place") == row.getLong("first") && !row.wasNull();
        if (content == null || !isPlaced) {
            return false;
        }
        Json facts = CanonicalJson.read(row.getString("facts").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return CanonicalJson.read(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)) instanceof Json.Fields body
                && facts instanceof Json.Fields said
                && body.values().get("facts") instanceof Json.Fields recorded
                && recorded.values().entrySet().containsAll(said.values().entrySet());
    }

    /** A log that no server has opened since there are epochs: all of it is the first. */
    private void first(String verifier) {
        try {
            epochs.add(new Epoch(1, 0, VerifierKey.parse(verifier), EpochFacts.of(Map.of()), Instant.EPOCH));
        } catch (Refused damaged) {
            findings.add(new Finding("key-damaged", damaged.fault().code()));
        }
    }

    private void key(TrailFolder folder) throws IOException {
        Optional<String> there = KeyFolder.publicPart(folder.data(), KeyKind.TRAIL_LOG);
        boolean isRead = there.isPresent() && !there.get().isEmpty();
        boolean waits = Files.exists(folder.epochMark());
        boolean isUnwritten = epochs.isEmpty();
        if (isRead && isUnwritten) {
            first(there.get());
        }
        if (isRead
                && !waits
                && !isUnwritten
                && !epochs.getLast().key().toString().equals(there.get())) {
            findings.add(new Finding("key-other", "the key that is there is not the one that signed last"));
        }
    }
}
