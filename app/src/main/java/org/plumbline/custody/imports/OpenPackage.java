package org.plumbline.custody.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.plumbline.engine.evidence.bag.ZipFiles;
import org.plumbline.kernel.Digest;
import org.plumbline.verifier.ReadPackage;

/**
 * A package of which everything held, open for its originals to be read.
 *
 * @param statement digest of the organisation's statement in it
 */
record OpenPackage(ZipFiles files, ReadPackage read, Digest statement) implements AutoCloseable {
    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A package could not be closed", e);
        }
    }
}
