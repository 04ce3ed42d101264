package org.plumbline.engine.log.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Real files below a folder, with a memory of what was synced. After {@link #cutPower} only that is surely there: a
 * file that was not synced holds some beginning of its content or garbage, and a name whose folder was not synced may
 * be the old or the new one. What programs see meanwhile is the files as they are.
 */
public final class Platters {
    private final Random random;

    /** What a power cut may bring back under a name: its content on the platters, absent where the name was new. */
    private final Map<Path, Optional<byte[]>> old = new HashMap<>();

    private final Set<Path> unsynced = new HashSet<>();
    private final Set<Path> newFolders = new HashSet<>();

    public Platters(Random random) {
        this.random = random;
    }

    /** Tiles on these platters, as a process sees them that dies with its disk. */
    public TileStore tiles(Path folder, DyingDisk disk) {
        return new FileTileStore(folder, disk, Writers.ONE);
    }

    /** Heads on these platters, as a process sees them that dies with its disk. */
    public Heads heads(Path folder, DyingDisk disk) {
        return new FileHeads(folder, disk);
    }

    /** The machine stops: what was not synced is lost, kept or torn. Answers how many names and files were touched. */
    public int cutPower() {
        try {
            int touched = 0;
            for (Path file : Set.copyOf(unsynced)) {
                touched += tear(file) ? 1 : 0;
            }
            for (Map.Entry<Path, Optional<byte[]>> each : old.entrySet()) {
                touched += random.nextBoolean() && bringBack(each.getKey(), each.getValue()) ? 1 : 0;
            }
            for (Path folder : newFolders) {
                if (random.nextBoolean() && Files.exists(folder)) {
                    delete(folder);
                    touched++;
                }
            }
            old.clear();
            unsynced.clear();
            newFolders.clear();
            return touched;
        } catch (IOException e) {
            throw new UncheckedIOException("The platters can't be written", e);
        }
    }

    void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            newFolders.add(folder);
        }
    }

    /** Writes some of it: all, or what a process had written when it died. */
    void write(Path file, byte[] bytes, int length) throws IOException {
        remember(file);
        unsynced.add(file);
        Files.write(file, Arrays.copyOf(bytes, length));
    }

    void sync(Path file) throws IOException {
        unsynced.remove(file);
        // The old name, where there is one, leads to the content that was synced now.
        if (Objects.requireNonNullElse(old.get(file), Optional.empty()).isPresent()) {
            old.put(file, Optional.of(Files.readAllBytes(file)));
        }
    }

    void rename(Path from, Path to) throws IOException {
        remember(from);
        remember(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        unsynced.remove(to);
        if (unsynced.remove(from)) {
            unsynced.add(to);
        }
    }

    void syncFolder(Path folder) {
        old.keySet().removeIf(name -> folder.equals(name.getParent()));
        newFolders.removeIf(made -> folder.equals(made.getParent()));
    }

    private void remember(Path file) throws IOException {
        if (!old.containsKey(file)) {
            old.put(file, Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
        }
    }

    private boolean tear(Path file) throws IOException {
        if (!Files.exists(file) || random.nextInt(4) == 0) {
            return false;
        }
        byte[] seen = Files.readAllBytes(file);
        byte[] left = Arrays.copyOf(seen, random.nextInt(seen.length + 1));
        if (left.length > 0 && random.nextBoolean()) {
            left[random.nextInt(left.length)] = 0;
        }
        Files.write(file, left);
        return true;
    }

    private static boolean bringBack(Path file, Optional<byte[]> before) throws IOException {
        if (before.isPresent()) {
            Files.write(file, before.get());
            return true;
        }
        return Files.deleteIfExists(file);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }
}
