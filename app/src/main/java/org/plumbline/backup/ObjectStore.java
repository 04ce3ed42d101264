package org.plumbline.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Parts of files, each under the SHA-256 of its content in a folder named by the first two digits; one that several
 * backups hold is there once. A packed one is deflated (RFC 1950) and its name ends in {@code .z}.
 */
final class ObjectStore {
    private static final int BUFFER = 1 << 20;

    private final Path folder;
    private long written;

    ObjectStore(Path folder) {
        this.folder = folder;
    }

    /** How many bytes were added. */
    long written() {
        return written;
    }

    /** Keeps a part, deflated; answers its name. */
    String keepPacked(ByteBuffer part) throws IOException {
        MessageDigest sha256 = sha256();
        sha256.update(part.duplicate());
        String name = HexFormat.of().formatHex(sha256.digest());
        Path place = place(name, true);
        if (!Files.exists(place)) {
            var packed = new ByteArrayOutputStream(part.remaining() / 4 + 64);
            try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
                out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
            }
            put(place, packed.toByteArray());
        }
        return name;
    }

    /** Keeps a file that never changes as it is: linked where it lies on the same disk, else copied. */
    String keepWhole(Path file) throws IOException {
        String name = digest(file);
        Path place = place(name, false);
        if (!Files.exists(place)) {
            Files.createDirectories(place.resolveSibling(""));
            try {
                Files.createLink(place, file);
            } catch (IOException | UnsupportedOperationException anotherDisk) {
                Path made = place.resolveSibling(name + ".new");
                Files.copy(file, made, StandardCopyOption.REPLACE_EXISTING);
                force(made);
                Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
                written += Files.size(place);
            }
            force(place.resolveSibling(""));
        }
        return name;
    }

    /** Deletes parts that are not among these, and what was left of one that was being written. */
    void keepOnly(Set<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path part : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (!named.contains(part.getFileName().toString())) {
                    Files.delete(part);
                }
            }
        }
    }

    boolean has(String name, boolean packed) {
        return Files.exists(place(name, packed));
    }

    /**
     * Writes a part to a stream.
     *
     * @throws IOException when it is missing or its content is not what its name says
     */
    void copy(String name, boolean packed, OutputStream to) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream raw = Files.newInputStream(place(name, packed));
                InputStream in = packed ? new InflaterInputStream(raw) : raw) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new IOException("part " + name + " is missing", missing);
        } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
            throw new IOException("part " + name + " is damaged", damaged);
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(name)) {
            throw new IOException("part " + name + " is damaged");
        }
    }

    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void put(Path place, byte[] content) throws IOException {
        Files.createDirectories(place.resolveSibling(""));
        Path made = place.resolveSibling(place.getFileName() + ".new");
        Files.write(made, content);
        force(made);
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        written += content.length;
    }

    private Path place(String name, boolean packed) {
        return folder.resolve(name.substring(0, 2)).resolve(packed ? name + ".z" : name);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
