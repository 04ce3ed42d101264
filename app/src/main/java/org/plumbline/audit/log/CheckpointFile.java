package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Tree;

/** The newest checkpoint, kept in a file outside the data folder: an older copy of the folder is found out by it. */
final class CheckpointFile {
    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    /** Replaces the checkpoint by a newer one; when it returns, the newer one outlasts a power cut. */
    void add(Note note) throws IOException {
        replace("", note.bytes());
    }

    /**
     * Puts the last timestamp and the text it is over beside it, as {@code .stamped.tsr} and {@code .stamped}: by now
     * the checkpoint itself may be a newer one.
     */
    void addTimestamped(Note note, byte[] token) throws IOException {
        replace(".stamped", note.text().getBytes(StandardCharsets.UTF_8));
        replace(".stamped.tsr", token);
    }

    private void replace(String suffix, byte[] content) throws IOException {
        Path made = file.resolveSibling(file.getFileName() + suffix + ".new");
        try (FileChannel out = FileChannel.open(
                made, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(content));
            out.force(true);
        }
        Files.move(
                made, file.resolveSibling(file.getFileName() + suffix), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    Optional<Note> read() throws IOException, Refused {
        return Files.exists(file)
                ? Optional.of(Note.parse(
                        Files.readString(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /**
     * Refuses a log that is not what this checkpoint shows and more, but for what a restore is on record to have lost.
     */
    void requireSamePast(Log log, Epochs epochs) throws IOException, Refused {
        Optional<Note> kept = read();
        if (kept.isEmpty()) {
            return;
        }
        kept.get().verify(epochs.keys());
        Checkpoint checkpoint = Checkpoint.parse(kept.get().text());
        Tree seen = checkpoint.tree();
        Optional<Epoch> next = epochs.of(checkpoint.origin()).flatMap(epochs::after);
        boolean isLost = next.filter(
                        epoch -> seen.size() > epoch.first() && epoch.facts().tellOf(seen))
                .isPresent();
        if (!isLost) {
            requireSamePast(log, seen);
        }
    }

    static void requireSamePast(Log log, Tree seen) throws IOException, Refused {
        if (seen.size() > log.tree().size()) {
            throw new Refused(Fault.LOG_SHRANK, log.tree().size() + " leaves, but " + seen.size() + " were seen");
        }
        if (seen.size() > 0 && !log.proofs(log.tree()).root(seen.size()).equals(seen.root())) {
            throw new Refused(Fault.LOG_FORKED, "another root at size " + seen.size() + " was seen");
        }
    }
}
