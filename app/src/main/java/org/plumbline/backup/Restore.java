package org.plumbline.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.audit.log.EpochMark;
import org.plumbline.keys.KeyRefused;
import org.plumbline.keys.KeySource;
import org.plumbline.keys.MasterKeys;
import org.plumbline.postgres.UnfinishedFolder;

/**
 * Makes a data folder out of a backup, in a folder that is empty. The log in it begins a new epoch at its first start.
 */
public final class Restore {
    private static final String PRIVATE = "rwx------";

    private final ObjectStore objects;
    private final Path data;

    private Restore(BackupFolder folder, Path data) {
        this.objects = folder.objects();
        this.data = data;
    }

    /**
     * What was restored.
     *
     * @param taken when the backup began
     * @param checkpoint the newest checkpoint of the trail in it; empty before the first
     * @param masterKey fingerprint of the key it needs
     * @param key where that key is; a refusal where it has to be named
     */
    public record Restored(
            String name, String taken, int files, long bytes, String checkpoint, String masterKey, String key) {}

    /** Names of the backups in a folder, the oldest first. */
    public static List<String> names(Path from) throws BackupFailed {
        return BackupFolder.toRead(from.toAbsolutePath().normalize()).names();
    }

    /**
     * Restores one.
     *
     * @param name which; absent for the newest
     * @param source where the master key is
     * @throws BackupFailed when the folder is not empty, or parts of the backup are missing or damaged
     */
    public static Restored restore(Path from, Optional<String> name, Path to, KeySource source) throws BackupFailed {
        BackupFolder folder = BackupFolder.toRead(from.toAbsolutePath().normalize());
        List<String> names = folder.names();
        if (names.isEmpty()) {
            throw new BackupFailed("There is no complete backup in " + from);
        }
        String asked = name.orElse(names.getLast());
        Manifest manifest = folder.read(asked);
        Path data = to.toAbsolutePath().normalize();
        requireEmpty(data);
        try {
            return new Restore(folder, data).run(asked, manifest, source);
        } catch (IOException e) {
            throw new BackupFailed(
                    "The restore broke off: " + e.getMessage() + ". Empty " + data + " before you try again", e);
        }
    }

    private Restored run(String name, Manifest manifest, KeySource source) throws IOException, BackupFailed {
        Files.createDirectories(data);
        UnfinishedFolder.mark(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(PRIVATE));
        for (String each : manifest.folders()) {
            privateFolder(inside(each));
        }
        for (Manifest.Kept file : manifest.files()) {
            write(file);
        }
        // Objects that came behind the records go at the first start.
        Files.createFile(data.resolve("vault.restored"));
        EpochMark.leave(
                data,
                Map.of(
                        "reason",
                        "restored",
                        "backup",
                        name,
                        "backup-taken",
                        manifest.taken(),
                        "backup-position",
                        manifest.position()));
        try (Stream<Path> all = Files.walk(data)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                ObjectStore.force(each);
            }
        }
        String key = key(manifest, source);
        UnfinishedFolder.done(data);
        return new Restored(
                name,
                manifest.taken(),
                manifest.files().size(),
                manifest.bytes(),
                manifest.checkpoint(),
                manifest.masterKey(),
                key);
    }

    /** Looks whether the key is where it is said to be: now is the time to learn that it isn't. */
    private String key(Manifest manifest, KeySource source) {
        if (manifest.masterKey().isEmpty()) {
            return "";
        }
        try {
            return MasterKeys.open(data, source).place();
        } catch (KeyRefused missing) {
            return "MISSING: " + missing.getMessage();
        }
    }

    private void write(Manifest.Kept file) throws IOException, BackupFailed {
        Path place = inside(file.path());
        privateFolder(place.resolveSibling(""));
        Path made = place.resolveSibling(place.getFileName() + ".restoring");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
            for (String part : file.parts()) {
                objects.copy(part, file.packed(), out);
            }
        }
        if (Files.size(made) != file.size()) {
            throw new BackupFailed(
                    file.path() + " would have " + Files.size(made) + " bytes instead of " + file.size());
        }
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(file.mode()));
        Files.setLastModifiedTime(made, FileTime.fromMillis(file.modified()));
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private void privateFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
        }
    }

    /** A manifest that was tampered with names no file elsewhere. */
    private Path inside(String path) throws BackupFailed {
        Path place = data.resolve(path).normalize();
        if (!place.startsWith(data)) {
            throw new BackupFailed("The manifest names " + path + ", which lies outside the data folder");
        }
        return place;
    }

    private static void requireEmpty(Path data) throws BackupFailed {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> inside = Files.list(data)) {
            if (inside.findAny().isPresent()) {
                throw new BackupFailed(data + " is not empty; a backup is restored into a folder of its own");
            }
        } catch (IOException e) {
            throw new BackupFailed(data + " can't be read: " + e.getMessage(), e);
        }
    }
}
