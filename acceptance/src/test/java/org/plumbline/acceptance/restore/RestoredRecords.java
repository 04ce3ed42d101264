package org.plumbline.acceptance.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.postgres.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the records of a restored folder say. */
final class RestoredRecords {
    private static final int MEMORY = 1 << 20;
    private static final String EPOCH = """
            select p.first, e.verifier, b.content, c.index
            from audit.epoch e
            join audit.epoch_placed p on p.number = e.number
            left join audit.body b on b.entry = p.entry
            left join audit.position c on c.entry = p.entry
            where e.number = 2
            """;

    private RestoredRecords() {}

    /** Work on rows. */
    @FunctionalInterface
    private interface Rows {
        void each(ResultSet row) throws SQLException, IOException, Refused;
    }

    /** Identifiers of all journal entries. */
    static Set<String> journal(Path data) throws SQLException, IOException {
        var ids = new HashSet<String>();
        try {
            rows(data, "select id from cases.journal_entry", row -> ids.add(row.getString(1)));
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    /**
     * What the second epoch's first entry leaves out.
     *
     * @param lost the newest checkpoint that was seen outside before the restore
     * @param seen the size that the witness had signed for by then; less where the log signed once more as it stopped
     */
    static List<String> epoch(Path data, Path before, Checkpoint lost, long seen)
            throws SQLException, IOException, Refused {
        var wrong = new ArrayList<String>();
        var found = new ArrayList<Long>();
        rows(data, EPOCH, row -> {
            long first = row.getLong("first");
            found.add(first);
            String content = String.valueOf(row.getString("content"));
            expect(
                    wrong,
                    content,
                    lost.size() + " " + lost.root() + " " + lost.origin(),
                    "what the file outside shows");
            expect(wrong, content, "\"seen-by court\":\"" + seen + "\"", "what the witness has seen");
            expect(wrong, content, row.getString("verifier"), "the new key");
            expect(wrong, content, "\"reason\":\"restored\"", "why it began");
            if (row.getLong("index") != first) {
                wrong.add("the epoch's entry is not its first");
            }
        });
        if (found.size() != 1) {
            wrong.add(found.size() + " second epochs");
        }
        rows(before, "select count(*) from audit.epoch", row -> {
            if (row.getInt(1) != 1) {
                wrong.add("the installation of before has another epoch");
            }
        });
        return wrong;
    }

    /** Checkpoints of the first epoch that verify with its key and are the past of the tree of now. */
    static int checkpointsThatHold(Path data) throws SQLException, IOException, Refused {
        var keys = new ArrayList<VerifierKey>();
        rows(
                data,
                "select verifier from audit.epoch order by number",
                row -> keys.add(VerifierKey.parse(row.getString(1))));
        Log log = Log.open(new FileTileStore(data.resolve("trail/log")), MEMORY);
        var held = new ArrayList<Long>();
        rows(data, "select note from audit.checkpoint order by size", row -> {
            Note note = Note.parse(row.getString(1).getBytes(StandardCharsets.UTF_8));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (checkpoint.origin().equals(keys.getFirst().name())) {
                note.verify(List.of(keys.getFirst()));
                if (!log.proofs(log.tree()).root(checkpoint.size()).equals(checkpoint.root())) {
                    throw new IllegalStateException("The checkpoint of size " + checkpoint.size() + " is another past");
                }
                held.add(checkpoint.size());
            }
        });
        return held.size();
    }

    /** The file with a part of a backup that no other check reads first. */
    static Path somePart(Path store, String name) throws IOException {
        JsonNode manifest = JsonMapper.shared()
                .readTree(Files.readString(store.resolve("backups").resolve(name + ".json")));
        for (JsonNode file : manifest.required("files")) {
            if (file.required("path").asString().contains("records/data/base")
                    && file.required("size").asLong() > 100_000) {
                String part = file.required("parts").get(0).asString();
                return store.resolve("objects").resolve(part.substring(0, 2)).resolve(part + ".z");
            }
        }
        throw new IllegalStateException("No large file in the backup");
    }

    private static void expect(List<String> wrong, String content, String part, String what) {
        if (!content.contains(part)) {
            wrong.add("the epoch's entry does not hold " + what + ": " + part);
        }
    }

    private static void rows(Path data, String query, Rows work) throws SQLException, IOException, Refused {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("records"), new SecureRandom());
                Connection records = postgres.readingAll();
                Statement statement = records.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                work.each(row);
            }
        }
    }
}
