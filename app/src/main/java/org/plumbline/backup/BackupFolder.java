package org.plumbline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Where backups are kept: one manifest each in {@code backups}, and their parts in {@code objects}. */
final class BackupFolder {
    private static final String MARK = "plumbline-backups";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path folder;

    private BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** For taking one: a folder that is there and holds something else is refused. */
    static BackupFolder toWrite(Path folder) throws BackupFailed {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARK))) {
                try (Stream<Path> inside = Files.list(folder)) {
                    if (inside.findAny().isPresent()) {
                        throw new BackupFailed(folder + " holds something other than backups; give an empty folder");
                    }
                }
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                Files.writeString(folder.resolve(MARK), "Backups of a Plumbline data folder, format 1\n");
            }
            Files.createDirectories(folder.resolve("backups"));
            return new BackupFolder(folder);
        } catch (IOException e) {
            throw new BackupFailed(folder + " can't be written: " + e.getMessage(), e);
        }
    }

    static BackupFolder toRead(Path folder) throws BackupFailed {
        if (!Files.isReadable(folder.resolve(MARK))) {
            throw new BackupFailed(folder + " holds no backups: there is no file " + MARK + " in it");
        }
        return new BackupFolder(folder);
    }

    Path home() {
        return folder;
    }

    ObjectStore objects() {
        return new ObjectStore(folder.resolve("objects"));
    }

    /** Names of those that are complete, the oldest first. */
    List<String> names() throws BackupFailed {
        try (Stream<Path> all = Files.list(folder.resolve("backups"))) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BackupFailed("The backups in " + folder + " can't be listed: " + e.getMessage(), e);
        }
    }

    Optional<Manifest> newest() throws BackupFailed {
        List<String> names = names();
        return names.isEmpty() ? Optional.empty() : Optional.of(read(names.getLast()));
    }

    Manifest read(String name) throws BackupFailed {
        Path file = folder.resolve("backups").resolve(name + ".json");
        try {
            if (!names().contains(name)) {
                throw new BackupFailed("There is no backup \"" + name + "\" in " + folder + "; there are " + names());
            }
            Manifest read = JSON.readValue(Files.readString(file), Manifest.class);
            if (read.format() != Manifest.FORMAT) {
                throw new BackupFailed(
                        file + " has format " + read.format() + "; this version reads " + Manifest.FORMAT);
            }
            return read;
        } catch (IOException | JacksonException e) {
            throw new BackupFailed(file + " can't be read: it is damaged", e);
        }
    }

    /**
     * Deletes all but the newest, then the parts that none of these names.
     *
     * @return how many backups were deleted
     */
    int keepNewest(int many) throws BackupFailed, IOException {
        List<String> names = names();
        List<String> old = names.subList(0, Math.max(0, names.size() - many));
        if (old.isEmpty()) {
            return 0;
        }
        var named = new HashSet<String>();
        for (String name : names.subList(old.size(), names.size())) {
            read(name)
                    .files()
                    .forEach(file -> file.parts().forEach(part -> named.add(file.packed() ? part + ".z" : part)));
        }
        for (String name : old) {
            Files.delete(folder.resolve("backups").resolve(name + ".json"));
        }
        ObjectStore.force(folder.resolve("backups"));
        objects().keepOnly(named);
        return old.size();
    }

    /** Keeps it as a whole: from now on the backup is there. */
    String keep(Manifest manifest) throws IOException {
        String name = manifest.taken().replace(':', '-');
        Path place = folder.resolve("backups").resolve(name + ".json");
        Path made = place.resolveSibling(name + ".new");
        Files.writeString(made, JSON.writeValueAsString(manifest));
        ObjectStore.force(made);
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        ObjectStore.force(place.resolveSibling(""));
        return name;
    }
}
