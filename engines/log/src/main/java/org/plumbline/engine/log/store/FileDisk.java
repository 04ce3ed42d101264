package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** The file system of this machine. */
final class FileDisk implements Disk {
    /** Files from which on syncing the whole file system is quicker than each of them. */
    private static final int MANY_FILES = 32;

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        // Asking first is cheaper than an exception for each tile that is new.
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public Optional<byte[]> read(Path file, long from, int length) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var part = ByteBuffer.allocate(Math.clamp(channel.size() - from, 0, length));
            while (part.hasRemaining() && channel.read(part, from + part.position()) >= 0) {}
            return Optional.of(part.array());
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    @Override
    public void writeSynced(Path folder, Map<Path, byte[]> contents, Writers writers) throws IOException {
        Optional<FileSystemSync> whole = contents.size() < MANY_FILES ? Optional.empty() : FileSystemSync.of(folder);
        if (whole.isEmpty()) {
            Disk.super.writeSynced(folder, contents, writers);
            return;
        }
        try (FileSystemSync all = whole.get()) {
            for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
                write(each.getKey(), each.getValue());
            }
            all.sync();
        }
    }

    @Override
    public void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
