package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.TreeHasher;

/** Heads as files of a folder, {@code heads/NAME} with the signed note. One process at a time. */
public final class FileHeads implements Heads {
    private final DurableFiles files;

    /** Keeps the heads in a folder that is there. */
    public FileHeads(Path folder) {
        this(folder, new FileDisk());
    }

    FileHeads(Path folder, Disk disk) {
        this.files = new DurableFiles(folder, disk);
    }

    @Override
    public synchronized Optional<Head> latest(String origin) throws IOException, Refused {
        Optional<byte[]> stored = files.read(name(origin));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Head.of(Note.parse(stored.get())));
        } catch (Refused e) {
            throw new Refused(Fault.HEAD_DAMAGED, origin + ": " + e.getMessage());
        }
    }

    @Override
    public synchronized void replace(String origin, Optional<Head> expected, Head next) throws IOException, Refused {
        if (!latest(origin).map(Head::tree).equals(expected.map(Head::tree))) {
            throw new Refused(Fault.HEAD_CHANGED, origin);
        }
        files.replace(name(origin), next.note().bytes());
    }

    /** An origin may hold what a file name may not; its hash names the file. */
    private static String name(String origin) {
        byte[] hash =
                new TreeHasher().leaf(origin.getBytes(StandardCharsets.UTF_8)).bytes();
        return "heads/" + HexFormat.of().formatHex(hash);
    }
}
