package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The few acts of a file system that durability hangs on, each on its own so that a test can stop between any two. */
interface Disk {
    /** The content of a file; absent when there is none. */
    Optional<byte[]> read(Path file) throws IOException;

    /** Makes a folder whose parent is there; does nothing when it is there itself. */
    void makeFolder(Path folder) throws IOException;

    /** Writes a file anew. What it holds after a power cut is open until it is synced. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Returns once a file's content outlasts a power cut. */
    void sync(Path file) throws IOException;

    /** Gives a file another name in the same folder, in the place of what has that name. */
    void rename(Path from, Path to) throws IOException;

    /** Returns once the names in a folder outlast a power cut. */
    void syncFolder(Path folder) throws IOException;
}
