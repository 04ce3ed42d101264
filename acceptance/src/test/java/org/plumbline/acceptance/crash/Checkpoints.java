package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;

/** Every checkpoint that was ever handed out, kept in a file outside the data folder. For several threads. */
final class Checkpoints {
    private final Path file;
    private final Map<String, Note> notes = new LinkedHashMap<>();

    private Checkpoints(Path file) {
        this.file = file;
    }

    /** Opens what a folder keeps; those of an earlier run count. */
    static Checkpoints in(Path folder) {
        var checkpoints = new Checkpoints(folder.resolve("checkpoints.txt"));
        try {
            if (Files.exists(checkpoints.file)) {
                for (String line : Files.readAllLines(checkpoints.file)) {
                    checkpoints.remember(Base64.getDecoder().decode(line));
                }
            }
            return checkpoints;
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints can't be read", e);
        }
    }

    /** Keeps one, unless the same was handed out before. */
    synchronized void keep(byte[] note) {
        if (remember(note)) {
            try {
                Files.writeString(
                        file,
                        Base64.getEncoder().encodeToString(note) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("A checkpoint can't be kept", e);
            }
        }
    }

    /** In the order they were handed out. */
    synchronized Collection<Note> all() {
        return List.copyOf(notes.values());
    }

    synchronized int count() {
        return notes.size();
    }

    /** The one handed out last, as a file that {@code fsck} reads. */
    Path newest(Path beside) throws IOException {
        List<Note> all = List.copyOf(all());
        return Files.write(
                beside.resolve("checkpoint-kept-elsewhere"), all.getLast().bytes());
    }

    private boolean remember(byte[] bytes) {
        try {
            Note note = Note.parse(bytes);
            return notes.putIfAbsent(note.text(), note) == null;
        } catch (Refused e) {
            throw new IllegalStateException(
                    "A checkpoint that was handed out can't be read: " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }
}
