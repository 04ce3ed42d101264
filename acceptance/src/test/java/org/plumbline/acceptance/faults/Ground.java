package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A small file system of its own below a data folder, in a file of this disk: to be filled and to be broken. */
final class Ground implements AutoCloseable {
    private static final long BYTES = 700L << 20;
    private static final int CHUNK = 1 << 20;

    private final Path image;
    private final Path at;
    private final boolean own;

    private Ground(Path image, Path at, boolean own) {
        this.image = image;
        this.at = at;
        this.own = own;
    }

    /** Mounts one at this folder; where that is not allowed the folder stays on the disk it is on. */
    static Ground at(Path folder, Path image) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel file = FileChannel.open(image, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.allocate(1), BYTES - 1);
        }
        boolean mounted =
                said("mkfs.ext4", "-q", "-F", "-m", "0", image.toString()).isEmpty()
                        && mount(image, folder).isEmpty();
        return new Ground(image, folder, mounted);
    }

    /** Whether there is one. */
    boolean isOwn() {
        return own;
    }

    /** Fills it until so much is left; with nothing left the last chunk just fits or doesn't. */
    void fill(long left) throws IOException {
        FileStore store = Files.getFileStore(at);
        var chunk = new byte[CHUNK];
        try (var out = Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (store.getUsableSpace() > left) {
                out.write(chunk, 0, (int) Math.min(CHUNK, store.getUsableSpace() - left));
            }
        } catch (IOException full) {
            if (left > 0) {
                throw full;
            }
        }
    }

    /** Takes away what filled it. */
    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    /** Lets the kernel close it to writes, as it does after a fault of the disk. */
    void breakOff() {
        require(said("mount", "-o", "remount,abort", at.toString()));
    }

    /** Unmounted, checked and mounted anew, as a person does after such a fault; nothing may use it. */
    void mend() {
        require(said("umount", at.toString()));
        said("fsck.ext4", "-p", image.toString());
        require(mount(image, at));
    }

    @Override
    public void close() {
        if (own) {
            require(said("umount", at.toString()));
        }
    }

    private Path ballast() {
        return at.resolve("ballast");
    }

    private static String mount(Path image, Path at) {
        return said("mount", "-o", "loop,errors=remount-ro", image.toString(), at.toString());
    }

    private static void require(String trouble) {
        if (!trouble.isEmpty()) {
            throw new IllegalStateException("The file system of the campaign: " + trouble);
        }
    }

    /** Empty when it was done. */
    private static String said(String... words) {
        try {
            Process process =
                    new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            return exit == 0 ? "" : words[0] + " ended with " + exit + ": " + said.strip();
        } catch (IOException absent) {
            return String.valueOf(absent.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
