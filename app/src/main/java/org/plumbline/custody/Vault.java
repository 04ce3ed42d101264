package org.plumbline.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bytes of all cases: {@code vault/<case>/<first two digits>/<SHA-256>} in the data folder, plain files in this
 * version. A file is there whole or not at all: it is written and flushed aside, then renamed.
 */
@Component
public class Vault {
    private static final int CHUNK = 1 << 16;

    private final Path root;
    private final Entrance entrance;
    private final Ids ids;

    Vault(@Value("${plumbline.data}") Path data, Ids ids) {
        this.root = data.toAbsolutePath().normalize().resolve("vault");
        this.entrance = new Entrance(root.resolve("entrance"));
        this.ids = ids;
    }

    /**
     * Receives a stream whole; nothing of it stays when it breaks off.
     *
     * @throws Refused when the stream broke off, or itself refused to go on
     */
    public Incoming take(InputStream in) {
        Path file = entrance.file(ids.next() + ".part");
        MessageDigest digest = Digest.sha256();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long bytes = copy(in, out, digest);
            out.force(true);
            return new Incoming(file, Digest.finish(digest), bytes);
        } catch (CutOff cut) {
            drop(file);
            throw Refusal.of(Refusal.Kind.INVALID, "upload-cut", java.util.Map.of())
                    .asException();
        } catch (Refused noRoom) {
            drop(file);
            throw noRoom;
        } catch (IOException e) {
            drop(file);
            throw new UncheckedIOException("The vault cannot be written", e);
        }
    }

    /** Where the bytes of a digest lie; they are there when a record of the case says so. */
    public Path file(CaseId caseId, Digest digest) {
        return folder(caseId, digest).resolve(digest.hex());
    }

    /** The folder with all bytes of a case. */
    Path folder(CaseId caseId) {
        return root.resolve(caseId.toString());
    }

    private Path folder(CaseId caseId, Digest digest) {
        return folder(caseId).resolve(digest.hex().substring(0, 2));
    }

    Entrance entrance() {
        return entrance;
    }

    /** Moves received bytes to their place; bytes that lie there already stay as they are. */
    void place(CaseId caseId, Incoming incoming) {
        Path folder = folder(caseId, incoming.digest());
        Path place = folder.resolve(incoming.digest().hex());
        if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            incoming.close();
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.move(incoming.file(), place, StandardCopyOption.ATOMIC_MOVE);
            Entrance.flushFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be written", e);
        }
    }

    private static long copy(InputStream in, FileChannel out, MessageDigest digest) throws IOException {
        var chunk = new byte[CHUNK];
        long bytes = 0;
        for (int read = read(in, chunk); read >= 0; read = read(in, chunk)) {
            digest.update(chunk, 0, read);
            ByteBuffer rest = ByteBuffer.wrap(chunk, 0, read);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            bytes += read;
        }
        return bytes;
    }

    private static int read(InputStream in, byte[] chunk) throws CutOff {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw new CutOff(e);
        }
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of a broken upload could not be deleted", e);
        }
    }

    /** The sender's side broke off, which is not the vault's failure. */
    private static final class CutOff extends IOException {
        CutOff(IOException cause) {
            super(cause);
        }
    }
}
