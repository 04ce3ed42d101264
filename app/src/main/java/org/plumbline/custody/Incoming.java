package org.plumbline.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.kernel.Digest;

/**
 * Bytes received whole and safe on disk, not yet part of any case. Closing lets go of them unless they were kept.
 *
 * @param file where they lie for now
 * @param bytes their number
 */
public record Incoming(Path file, Digest digest, long bytes) implements AutoCloseable {
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes nobody kept could not be deleted from the vault's entrance", e);
        }
    }
}
