package org.plumbline.acceptance.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.LogSigner;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.witness.AddCheckpoint;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.postgres.EmbeddedPostgres;

/**
 * Somebody puts an older copy back, adds an act of their own, and signs on with the old key as if nothing were lost.
 */
final class SilentRollback {
    private static final int MEMORY = 1 << 20;

    private SilentRollback() {}

    /**
     * The status with which the witness answers what was signed so.
     *
     * @param copy an older state of the folder
     * @param data the folder, with its key
     */
    static int answer(Path copy, Path data, Court court) throws IOException, SQLException, Refused {
        SignerKey key = SignerKey.parse(
                KeyFolder.usual(data).find(KeyKind.TRAIL_LOG).orElseThrow().secret());
        Log log = Log.open(new FileTileStore(copy.resolve("trail/log")), MEMORY);
        List<byte[]> more = leavesFrom(copy, log.tree().size());
        more.add(new byte[32]);
        log.append(more);
        Path heads = Files.createDirectories(copy.resolve("forged-heads"));
        Note note =
                new LogSigner(key.verifier().name(), List.of(key), new FileHeads(heads), Clock.systemUTC()).sign(log);
        long size = Checkpoint.parse(note.text()).size();
        return court.answer(new AddCheckpoint(size, List.of(), note).body()).status();
    }

    private static List<byte[]> leavesFrom(Path data, long from) throws SQLException {
        var leaves = new ArrayList<byte[]>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("records"), new SecureRandom());
                Connection records = postgres.readingAll();
                Statement statement = records.createStatement();
                ResultSet row =
                        statement.executeQuery("select e.leaf from audit.position p join audit.entry e on e.id ="
                                + " p.entry where p.index >= " + from + " order by p.index")) {
            while (row.next()) {
                leaves.add(row.getBytes(1));
            }
        }
        return leaves;
    }
}
