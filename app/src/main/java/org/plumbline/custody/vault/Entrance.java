package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.MemberId;

/**
 * The folder where bytes wait until their record is committed, and the notes that say which bytes were put in place by
 * a transaction whose end is not yet known. What is left in it after a crash is swept at the next start.
 */
public final class Entrance {
    private static final String NOTE = ".note";

    private final Path folder;

    /** Bytes put in place by somebody, their record perhaps not committed. */
    public record Note(Path file, CaseId caseId, Digest digest, MemberId by) {}

    Entrance(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder().resolve(name);
    }

    /** Made when it is not there. */
    Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The vault's entrance cannot be made", e);
        }
    }

    /** Leaves a note that bytes of this digest are about to be put in place. */
    public Path note(UUID id, CaseId caseId, Digest digest, MemberId by) {
        Path note = file(id + "_" + caseId + "_" + digest + "_" + by + NOTE);
        try {
            return Files.createFile(note);
        } catch (IOException e) {
            throw new UncheckedIOException("The vault's entrance cannot be written", e);
        }
    }

    /** Deletes bytes that never arrived whole; returns the notes that a crash left. */
    public List<Note> sweep(AwaitedArrivals awaited) throws IOException {
        List<Note> notes = new ArrayList<>();
        if (Files.notExists(folder)) {
            return notes;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Optional<Note> note = read(file);
                note.ifPresent(notes::add);
                if (note.isEmpty() && !isAwaited(file, awaited)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return notes;
    }

    /** Deletes what was arriving for a case. */
    void erase(CaseId caseId) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> arriving = Files.newDirectoryStream(folder, caseId + "_*")) {
                for (Path file : arriving) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The cases, as text, in which bytes were put in place by a transaction whose end is not known. */
    Set<String> noted() throws IOException {
        if (Files.notExists(folder)) {
            return Set.of();
        }
        try (Stream<Path> left = Files.list(folder)) {
            return left.flatMap(file -> read(file).stream())
                    .map(note -> note.caseId().toString())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static boolean isAwaited(Path file, AwaitedArrivals awaited) {
        String name = file.getFileName().toString();
        String arrival = name.replace(ArrivalFiles.OBJECT, "").replace(ArrivalFiles.TAIL, "");
        String[] parts = arrival.split("_", -1);
        // A tail alone is what a crash left between the place in the vault and the record.
        boolean isWhole = name.endsWith(ArrivalFiles.OBJECT)
                || (name.endsWith(ArrivalFiles.TAIL)
                        && Files.exists(file.resolveSibling(arrival + ArrivalFiles.OBJECT)));
        return isWhole
                && parts.length == 2
                && awaited.awaits(new CaseId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    }

    private static Optional<Note> read(Path file) {
        String name = file.getFileName().toString();
        String[] parts = name.replace(NOTE, "").split("_", -1);
        return name.endsWith(NOTE) && parts.length == 4
                ? Optional.of(new Note(
                        file,
                        new CaseId(UUID.fromString(parts[1])),
                        new Digest(parts[2]),
                        new MemberId(UUID.fromString(parts[3]))))
                : Optional.empty();
    }
}
