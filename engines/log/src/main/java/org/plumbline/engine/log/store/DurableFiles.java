package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files below a root folder that are there whole or not at all, whenever the machine stops: written beside their place,
 * synced, renamed, and the folder synced.
 */
final class DurableFiles {
    private final Path root;
    private final Disk disk;

    /** Folders whose own name is known to outlast a power cut. */
    private final Set<Path> settled = ConcurrentHashMap.newKeySet();

    DurableFiles(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    Optional<byte[]> read(String name) throws IOException {
        return disk.read(root.resolve(name));
    }

    Optional<byte[]> read(String name, long from, int length) throws IOException {
        return disk.read(root.resolve(name), from, length);
    }

    /** Puts a file in its place; when it returns, it outlasts a power cut. */
    void replace(String name, byte[] bytes) throws IOException {
        Set<Path> folders = folders(Set.of(name));
        put(Map.of(name, bytes), Writers.ONE);
        sync(folders);
    }

    /** The folders of files, made where they are missing. */
    Set<Path> folders(Collection<String> names) throws IOException {
        var folders = new LinkedHashSet<Path>();
        for (String name : names) {
            folders.add(root.resolve(name).resolveSibling(""));
        }
        for (Path folder : folders) {
            settle(folder);
        }
        return folders;
    }

    /** Writes, syncs and renames; the names outlast a power cut once their folders are synced. */
    void put(Map<String, byte[]> contents, Writers writers) throws IOException {
        var beside = new LinkedHashMap<Path, byte[]>();
        contents.forEach((name, bytes) -> beside.put(beside(name), bytes));
        disk.writeSynced(root, beside, writers);
        for (String name : contents.keySet()) {
            disk.rename(beside(name), root.resolve(name));
        }
    }

    void sync(Set<Path> folders) throws IOException {
        for (Path folder : folders) {
            disk.syncFolder(folder);
        }
    }

    /**
     * Makes a folder and those above it. A folder that is there may have been made by a process that was killed before
     * it synced, so the first time the folder above is synced in any case.
     */
    private void settle(Path folder) throws IOException {
        Path above = root;
        for (Path name : root.relativize(folder)) {
            Path below = above.resolve(name);
            if (!below.equals(root) && !settled.contains(below)) {
                disk.makeFolder(below);
                disk.syncFolder(above);
                settled.add(below);
            }
            above = below;
        }
    }

    private Path beside(String name) {
        Path file = root.resolve(name);
        return file.resolveSibling("." + file.getFileName() + ".new");
    }
}
