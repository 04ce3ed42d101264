package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.tile.EntryBundle;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Tree;

/**
 * Derives the log again from the records, entry by entry, and compares it with tiles, checkpoints and, where one is
 * given, a checkpoint kept elsewhere. Reads only.
 */
public final class TrailCheck {
    private static final int MOST_FINDINGS = 100;
    private static final String ENTRIES = """
            select p.index, p.entry, e.leaf, e.recorded_at, e.recorded_by, e.case_id, e.kind, e.action, e.outcome,
                   e.reason_code, e.part_of, e.channel, b.content, b.salt
            from audit.position p
            left join audit.entry e on e.id = p.entry
            left join audit.body b on b.entry = p.entry
            order by p.index
            """;

    private static final String TOMBSTONES_WITHOUT_PLACE = """
            select e.id as entry, e.leaf, e.recorded_at, e.recorded_by, e.case_id, e.kind, e.action, e.outcome,
                   e.reason_code, e.part_of, e.channel, b.content, b.salt
            from audit.entry e
            join audit.body b on b.entry = e.id
            where e.action = 'audit.erase-body' and not exists (select 1 from audit.position p where p.entry = e.id)
            order by e.id
            """;

    private final Connection records;
    private final TrailFolder folder;
    private final FileTileStore store;
    private final List<Finding> findings = new ArrayList<>();
    private final ErasureCheck erasures = new ErasureCheck();
    private final EpochCheck epochs = new EpochCheck();
    private final TimestampCheck timestamps = new TimestampCheck();
    private final RunningTree derived = new RunningTree();
    private final TreeMap<Long, Checkpoint> signed = new TreeMap<>();
    private Tree integrated = Tree.EMPTY;
    private List<byte[]> bundle = List.of();

    /** @param records a connection that sees every row, in one snapshot */
    public TrailCheck(Connection records, Path data) {
        this.records = records;
        this.folder = new TrailFolder(data);
        this.store = new FileTileStore(folder.log());
    }

    /** How many entries were derived again. */
    public long entries() {
        return derived.size();
    }

    /** How many checkpoints were compared. */
    public int checkpoints() {
        return signed.size();
    }

    /** Size of the newest checkpoint that was compared; 0 for none. */
    public long newestCheckpoint() {
        return signed.headMap(derived.size(), true).isEmpty()
                ? 0
                : signed.headMap(derived.size(), true).lastKey();
    }

    /** What was found of timestamps, for people. */
    public String timestamps() {
        return timestamps.summary();
    }

    /**
     * What does not hold, in the order found, at most a hundred.
     *
     * @param elsewhere a checkpoint kept outside the data folder
     */
    public List<Finding> run(Optional<Path> elsewhere) throws IOException, SQLException {
        try {
            integrated = store.tree();
        } catch (Refused damaged) {
            find(damaged.fault().code(), folder.log().toString());
        }
        Optional<String> kept = elsewhere.isEmpty() ? Optional.empty() : Optional.of(Files.readString(elsewhere.get()));
        // One snapshot for all, taken after the files were read: beside a running server it holds no less than they do.
        records.setAutoCommit(false);
        epochs.run(records, folder).forEach(each -> find(each.code(), each.about()));
        readCheckpoints();
        kept.ifPresent(text -> elsewhere(text, elsewhere.map(Path::toString).orElse("")));
        timestamps.run(records).forEach(each -> find(each.code(), each.about()));
        var tiles = new TilesCheck(store, integrated.size());
        derive(tiles);
        readTombstonesWithoutPlace();
        erasures.withoutTombstone().forEach(name -> find("body-missing", name));
        tiles.wrong().forEach(path -> find("tile-changed", path));
        if (derived.size() < integrated.size()) {
            find("records-behind-log", derived.size() + " entries, the log has " + integrated.size());
        }
        signed.tailMap(derived.size(), false)
                .forEach(
                        (size, one) -> find("checkpoint-ahead", "size " + size + " is signed, but entries end before"));
        return List.copyOf(findings);
    }

    private void readCheckpoints() throws SQLException {
        try (PreparedStatement query =
                        records.prepareStatement("select size, note from audit.checkpoint order by size");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                checkpoint(row.getString("note"), "checkpoint " + row.getLong("size"));
            }
        }
    }

    /** A signed note, or what was typed from paper. */
    private void elsewhere(String text, String name) {
        Optional<PaperCheckpoint> typed = PaperCheckpoint.typed(text);
        if (typed.isEmpty()) {
            checkpoint(text, name);
            return;
        }
        try {
            compare(typed.get().checkpoint(), name);
        } catch (Refused damaged) {
            find("checkpoint-damaged", name + ": " + damaged.fault().code());
        }
    }

    private void compare(Checkpoint read, String name) {
        Checkpoint other = signed.putIfAbsent(read.size(), read);
        if (other != null && !other.root().equals(read.root())) {
            find("log-forked", name + ": another root at size " + read.size() + " was signed");
        }
    }

    private void checkpoint(String text, String name) {
        try {
            Note note = Note.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            note.verify(epochs.keys());
            Checkpoint read = Checkpoint.parse(note.text());
            Optional<Boolean> lost = epochs.isOnRecordAsLost(read.origin(), read.tree());
            if (lost.isEmpty()) {
                compare(read, name);
            } else if (!lost.get()) {
                find(
                        "checkpoint-lost",
                        name + ": size " + read.size() + " was signed before the records were restored,"
                                + " and the epoch that followed does not say so");
            }
        } catch (Refused damaged) {
            find("checkpoint-damaged", name + ": " + damaged.fault().code());
        }
    }

    /** A body goes with the act that erases it, whose entry gets its place a moment later. */
    private void readTombstonesWithoutPlace() throws SQLException {
        try (PreparedStatement query = records.prepareStatement(TOMBSTONES_WITHOUT_PLACE);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (fault(row, row.getBytes("leaf")).isEmpty()) {
                    erasures.sound(row.getString("action"), row.getString("content"));
                }
            }
        }
    }

    private void derive(TilesCheck tiles) throws SQLException, IOException {
        try (PreparedStatement query = records.prepareStatement(ENTRIES)) {
            query.setFetchSize(5000);
            try (ResultSet row = query.executeQuery()) {
                while (row.next() && findings.size() < MOST_FINDINGS) {
                    entry(row, tiles);
                }
            }
        }
    }

    private void entry(ResultSet row, TilesCheck tiles) throws SQLException, IOException {
        long index = row.getLong("index");
        String name = "entry " + row.getString("entry") + " at place " + index;
        if (index < derived.size()) {
            find("place-changed", name + ": no place is below nothing or given twice");
            return;
        }
        for (long missing = derived.size(); missing < index && findings.size() < MOST_FINDINGS; missing++) {
            find("entry-missing", "place " + missing + " is empty");
            add(inLog(missing).orElse(new byte[0]), tiles);
        }
        byte @Nullable [] leaf = row.getBytes("leaf");
        if (leaf == null) {
            find("entry-missing", name);
            add(inLog(index).orElse(new byte[0]), tiles);
            return;
        }
        Optional<String> fault = fault(row, leaf);
        if (fault.isPresent()) {
            fault(row.getString("entry"), leaf, fault.get(), name);
        } else {
            erasures.sound(row.getString("action"), row.getString("content"));
        }
        if (index < integrated.size()
                && !inLog(index).map(b -> Arrays.equals(b, leaf)).orElse(false)) {
            find("place-changed", name + ": the log holds another entry here");
        }
        add(leaf, tiles);
    }

    private void fault(String entry, byte[] leaf, String code, String name) {
        if (code.equals("body-missing")) {
            erasures.missing(entry, leaf, name);
        } else {
            find(code, name);
        }
    }

    private void add(byte[] leaf, TilesCheck tiles) throws IOException {
        derived.add(leaf);
        tiles.add(leaf);
        Checkpoint here = signed.get(derived.size());
        if (here != null && !here.root().equals(derived.tree().root())) {
            find("log-forked", "the entries up to " + derived.size() + " are not those of the checkpoint signed then");
        }
    }

    private static Optional<String> fault(ResultSet row, byte[] leaf) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        columns.put("entry", text(row, "entry"));
        columns.put(
                "at",
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString());
        columns.put("member", text(row, "recorded_by"));
        columns.put("case", text(row, "case_id"));
        columns.put("part_of", text(row, "part_of"));
        columns.put("reason", text(row, "reason_code"));
        for (String same : List.of("kind", "action", "outcome", "channel")) {
            columns.put(same, text(row, same));
        }
        byte @Nullable [] salt = row.getBytes("salt");
        return EntryCheck.fault(
                leaf, columns, Optional.ofNullable(row.getString("content")), salt == null ? new byte[0] : salt);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String value = row.getString(column);
        return value == null ? "" : value;
    }

    /** What stands at this place of the log's bundles. */
    private Optional<byte[]> inLog(long index) throws IOException {
        if (index >= integrated.size()) {
            return Optional.empty();
        }
        int within = (int) (index % TilePath.FULL);
        if (within == 0 || bundle.size() <= within) {
            bundle = bundleOf(index);
        }
        return within < bundle.size() ? Optional.of(bundle.get(within)) : Optional.empty();
    }

    private List<byte[]> bundleOf(long index) throws IOException {
        TilePath path = TilePath.of(TilePath.ENTRIES, index / TilePath.FULL, integrated.size());
        try {
            Optional<byte[]> bytes = store.read(path);
            return bytes.isEmpty() ? List.of() : EntryBundle.read(path, bytes.get());
        } catch (Refused damaged) {
            return List.of();
        }
    }

    private void find(String code, String about) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(code, about));
        }
    }
}
