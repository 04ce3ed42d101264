package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/**
 * Bytes received whole and safe on disk, for a case and not yet kept in it. Closing lets go of them unless they were
 * kept.
 */
public final class Incoming implements AutoCloseable {
    private final CaseId caseId;
    private final Path file;
    private final List<Path> besides;
    private final Digest digest;
    private final long bytes;

    /** @param besides what lies there for it as well, and is not needed once it is kept */
    Incoming(CaseId caseId, Path file, List<Path> besides, Digest digest, long bytes) {
        this.caseId = caseId;
        this.file = file;
        this.besides = List.copyOf(besides);
        this.digest = digest;
        this.bytes = bytes;
    }

    /** The case they were received for. */
    public CaseId caseId() {
        return caseId;
    }

    /** SHA-256 of the bytes as received. */
    public Digest digest() {
        return digest;
    }

    /** How many bytes were received. */
    public long bytes() {
        return bytes;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            for (Path beside : besides) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes nobody kept could not be deleted from the vault's entrance", e);
        }
    }
}
