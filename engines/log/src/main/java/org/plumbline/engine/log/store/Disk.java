package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The few acts of a file system that durability hangs on, each on its own so that a test can stop between any two. */
interface Disk {
    /** The content of a file; absent when there is none. */
    Optional<byte[]> read(Path file) throws IOException;

    /** A part of a file, shorter where the file ends before; absent when there is no file. */
    default Optional<byte[]> read(Path file, long from, int length) throws IOException {
        return read(file)
                .map(all -> Arrays.copyOfRange(
                        all, (int) Math.min(from, all.length), (int) Math.min(from + length, all.length)));
    }

    /** Makes a folder whose parent is there; does nothing when it is there itself. */
    void makeFolder(Path folder) throws IOException;

    /** Writes a file anew. What it holds after a power cut is open until it is synced. */
    void write(Path file, byte[] bytes) throws IOException;

    /**
     * Writes files anew below a folder, and returns once the content of all of them outlasts a power cut. Only the
     * syncs run beside each other: a file system gathers those into one, while writers of one folder would wait for
     * each other.
     */
    default void writeSynced(Path folder, Map<Path, byte[]> contents, Writers writers) throws IOException {
        for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
            write(each.getKey(), each.getValue());
        }
        writers.each(contents.keySet(), this::sync);
    }

    /** Returns once a file's content outlasts a power cut. */
    void sync(Path file) throws IOException;

    /** Gives a file another name in the same folder, in the place of what has that name. */
    void rename(Path from, Path to) throws IOException;

    /** Returns once the names in a folder outlast a power cut. */
    void syncFolder(Path folder) throws IOException;
}
