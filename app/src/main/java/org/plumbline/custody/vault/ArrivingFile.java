package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/** Bytes arriving in a file of the entrance. */
record ArrivingFile(CaseId caseId, UUID id, Path file) implements Arriving {
    private static final int CHUNK = 1 << 16;

    @Override
    public long offset() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        }
    }

    @Override
    public long append(InputStream in, long most) {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.APPEND)) {
            var chunk = new byte[CHUNK];
            long left = most;
            for (int read = read(in, chunk, left); read > 0; read = read(in, chunk, left)) {
                ByteBuffer rest = ByteBuffer.wrap(chunk, 0, read);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                left -= read;
            }
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be written", e);
        }
        return offset();
    }

    @Override
    public Incoming finish() {
        MessageDigest digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        }
        return new Incoming(caseId, file, List.of(), Digest.finish(digest), offset());
    }

    @Override
    public void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of a broken upload could not be deleted", e);
        }
    }

    @Override
    public void close() {}

    private static int read(InputStream in, byte[] chunk, long left) {
        try {
            return in.read(chunk, 0, (int) Math.min(left, chunk.length));
        } catch (IOException broken) {
            return -1;
        }
    }
}
