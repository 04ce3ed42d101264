package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/**
 * Bytes received whole and safe on disk, for a case and not yet kept in it. Closing lets go of them unless they were
 * kept.
 */
public final class Incoming implements AutoCloseable {
    private final CaseId caseId;
    private final Path file;
    private final Optional<Path> beside;
    private final Digest digest;
    private final List<ComparisonDigest> compared;
    private final long bytes;

    Incoming(CaseId caseId, Path file, Digest digest, List<ComparisonDigest> compared, long bytes) {
        this(caseId, file, Optional.empty(), digest, compared, bytes);
    }

    /** @param tail lies there for it as well, and is not needed once it is kept */
    Incoming(CaseId caseId, Path file, Path tail, Digest digest, List<ComparisonDigest> compared, long bytes) {
        this(caseId, file, Optional.of(tail), digest, compared, bytes);
    }

    private Incoming(
            CaseId caseId,
            Path file,
            Optional<Path> beside,
            Digest digest,
            List<ComparisonDigest> compared,
            long bytes) {
        this.caseId = caseId;
        this.file = file;
        this.beside = beside;
        this.digest = digest;
        this.compared = compared;
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

    /** The comparison digests of the same bytes that were asked for. */
    public List<ComparisonDigest> compared() {
        return compared;
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
            if (beside.isPresent()) {
                Files.deleteIfExists(beside.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes nobody kept could not be deleted from the vault's entrance", e);
        }
    }
}
