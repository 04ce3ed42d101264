package org.plumbline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.audit.log.TrailFiles;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.keys.MasterKeys;
import org.plumbline.postgres.BaseBackup;
import org.plumbline.postgres.FolderInUse;
import org.plumbline.postgres.FolderLock;
import org.plumbline.postgres.PostgresFailure;

/**
 * Takes a backup of a data folder, while a server runs over it or not. The order makes it whole: first the trail's
 * files, which the records are then ahead of; then the records as of one moment; then the vault, which holds all that
 * they name.
 */
public final class Backup {
    /** Large enough that few are many, small enough that a change in a large file costs little. */
    private static final int PART = 4 << 20;

    private static final String VAULT = "vault";

    /** In the vault when all of its objects are sealed. */
    private static final String SEALED = "sealed";

    private static final String IMPORTS = "imports";
    private static final String RECORDS = "records";

    private final Path data;
    private final BackupFolder folder;
    private final ObjectStore objects;
    private final Clock clock;
    private final Map<String, Manifest.Kept> files = new LinkedHashMap<>();
    private final List<String> folders = new ArrayList<>();
    private final Map<String, Manifest.Kept> before = new HashMap<>();

    private Backup(Path data, BackupFolder folder, Clock clock) {
        this.data = data;
        this.folder = folder;
        this.objects = folder.objects();
        this.clock = clock;
    }

    /**
     * What was taken.
     *
     * @param name under which it can be restored
     * @param bytes of all files in it
     * @param added bytes that the store did not have yet
     * @param deleted how many older backups were deleted
     */
    public record Taken(String name, int files, long bytes, long added, int deleted) {}

    /**
     * Takes one.
     *
     * @param version of the program, for the manifest
     * @param keep how many backups stay, with this one
     * @throws BackupFailed when it is not complete; the backups of before are as they were
     */
    public static Taken take(Path data, Path to, String version, int keep, Clock clock) throws BackupFailed {
        Path home = data.toAbsolutePath().normalize();
        Path store = to.toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve(RECORDS).resolve("data"))) {
            throw new BackupFailed(home + " holds no records: either it is no data folder, or its database is another"
                    + " server, whose own tools back it up");
        }
        if (store.startsWith(home)) {
            throw new BackupFailed(store + " lies in the data folder; a backup belongs elsewhere");
        }
        BackupFolder folder = BackupFolder.toWrite(store);
        try {
            FolderLock alone = FolderLock.acquire(store);
            try {
                return new Backup(home, folder, clock).take(version, keep);
            } finally {
                alone.close();
            }
        } catch (FolderInUse other) {
            throw new BackupFailed(store + " is in use: another backup is being taken", other);
        } catch (IOException | SQLException | PostgresFailure | java.io.UncheckedIOException e) {
            throw new BackupFailed("The backup broke off and is not kept: " + e.getMessage(), e);
        }
    }

    private Taken take(String version, int keep) throws BackupFailed, IOException, SQLException {
        folder.newest().ifPresent(last -> last.files().forEach(kept -> before.put(kept.path(), kept)));
        Instant taken = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Path file : TrailFiles.sizes(data)) {
            keep(file);
        }
        for (Path file : TrailFiles.tiles(data)) {
            keep(file);
        }
        // Of files that wait for their import: those that are done meanwhile are gone by the second time, and not
        // missed.
        folder(data.resolve(IMPORTS));
        BaseBackup.Ended ended;
        String postgres;
        try (BaseBackup records = BaseBackup.begin(data.resolve(RECORDS))) {
            postgres = records.version();
            ended = records(records);
        }
        folder(data.resolve(IMPORTS));
        vault();
        for (KeyKind kind : KeyKind.values()) {
            if (kind.isInBackups()) {
                keep(KeyFolder.file(data, kind));
            }
        }
        keep(data.resolve("keys").resolve("master"));
        keep(data.resolve("plumbline.toml"));
        var manifest = new Manifest(
                Manifest.FORMAT,
                taken.toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                version,
                postgres,
                ended.position(),
                MasterKeys.fingerprintOf(data).orElse(""),
                MasterKeys.lastFileOf(data).map(Path::toString).orElse(""),
                TrailFiles.checkpoint(data).orElse(""),
                folders,
                List.copyOf(files.values()));
        String name = folder.keep(manifest);
        LastBackup.keep(data, taken);
        return new Taken(name, files.size(), manifest.bytes(), objects.written(), folder.keepNewest(keep));
    }

    private BaseBackup.Ended records(BaseBackup records) throws IOException, SQLException {
        Path home = data.resolve(RECORDS);
        BaseBackup.Listed listed = records.list();
        listed.folders().forEach(each -> folders.add(name(home.resolve(each))));
        for (Path file : listed.files()) {
            keep(home.resolve(file));
        }
        BaseBackup.Ended ended = records.end();
        for (Path file : ended.wal()) {
            keep(home.resolve(file));
        }
        byte[] label = ended.label().getBytes(StandardCharsets.UTF_8);
        String path = name(home.resolve("data").resolve("backup_label"));
        files.put(
                path,
                new Manifest.Kept(
                        path,
                        label.length,
                        "rw-------",
                        clock.millis(),
                        true,
                        List.of(objects.keepPacked(ByteBuffer.wrap(label)))));
        return ended;
    }

    /**
     * Objects of a version before, which lay there in the clear, may be sealed meanwhile, each plain file deleted when
     * the sealed one is in its place: whoever missed one at the first time finds the other at the second.
     */
    private void vault() throws IOException {
        boolean sealed = Files.exists(data.resolve(VAULT).resolve(SEALED));
        folder(data.resolve(VAULT));
        if (!sealed) {
            folder(data.resolve(VAULT));
            files.remove(VAULT + "/" + SEALED);
        }
    }

    /** All files below a folder, where it is there. */
    private void folder(Path of) throws IOException {
        if (!Files.isDirectory(of)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(of)) {
            for (Path each : (Iterable<Path>) inside::iterator) {
                if (Files.isDirectory(each)) {
                    folders.add(name(each));
                } else if (!each.startsWith(of.resolve("entrance"))) {
                    keep(each);
                }
            }
        }
    }

    /** Keeps a file; one that is gone by now is left out. */
    private void keep(Path file) throws IOException {
        try {
            Optional<Manifest.Kept> kept = file.startsWith(data.resolve(VAULT)) ? whole(file) : parts(file);
            kept.ifPresent(each -> files.put(each.path(), each));
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    /** An object of the vault never changes, so that one of the same name, size and time is the same. */
    private Optional<Manifest.Kept> whole(Path file) throws IOException {
        String path = name(file);
        long size = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        Manifest.Kept last = before.get(path);
        if (last != null
                && last.size() == size
                && last.modified() == modified
                && last.parts().stream().allMatch(part -> objects.has(part, false))) {
            return Optional.of(last);
        }
        return Optional.of(
                new Manifest.Kept(path, size, mode(file), modified, false, List.of(objects.keepWhole(file))));
    }

    private Optional<Manifest.Kept> parts(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        long size = 0;
        byte[] buffer = new byte[PART];
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(buffer, 0, PART);
            while (read > 0) {
                parts.add(objects.keepPacked(ByteBuffer.wrap(buffer, 0, read)));
                size += read;
                read = in.readNBytes(buffer, 0, PART);
            }
        }
        return Optional.of(new Manifest.Kept(
                name(file), size, mode(file), Files.getLastModifiedTime(file).toMillis(), true, parts));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private String name(Path path) {
        return data.relativize(path).toString();
    }
}
