package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One process's hold on a folder. The operating system gives the lock back when the process ends, however it ends; the
 * file beside it only names the holder for whoever is refused.
 */
public final class FolderLock implements AutoCloseable {
    private static final String LOCK = "plumbline.lock";
    private static final String HOLDER = "plumbline.holder";

    private final Path holderFile;
    private final FileChannel channel;

    private FolderLock(Path holderFile, FileChannel channel) {
        this.holderFile = holderFile;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process, creating it when absent.
     *
     * @throws FolderInUse when this or another process holds it; the message names the process
     */
    public static synchronized FolderLock acquire(Path folder) {
        try {
            Files.createDirectories(folder);
            Path holderFile = folder.resolve(HOLDER);
            // A process loses its lock on a file when it closes any channel of that file, so a second attempt within
            // the holding process must be refused before the lock file is opened.
            if (Files.exists(holderFile) && Files.readString(holderFile).equals(thisProcess())) {
                throw new FolderInUse(
                        folder, "this same process (" + thisProcess().strip() + ")");
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new FolderInUse(
                        folder,
                        Files.exists(holderFile) ? Files.readString(holderFile).strip() : "another process");
            }
            Files.writeString(holderFile, thisProcess());
            return new FolderLock(holderFile, channel);
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + folder + " cannot be locked", cause);
        }
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        synchronized (FolderLock.class) {
            try {
                if (channel.isOpen()) {
                    Files.deleteIfExists(holderFile);
                    channel.close();
                }
            } catch (IOException cause) {
                throw new UncheckedIOException("The lock " + holderFile + " cannot be given back", cause);
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    /** The start instant tells a holder apart from a later process that was given the same number. */
    private static String thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return "process " + self.pid() + ", started "
                + self.info().startInstant().map(Instant::toString).orElse("at an unknown time") + "\n";
    }
}
