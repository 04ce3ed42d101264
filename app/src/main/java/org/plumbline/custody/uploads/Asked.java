package org.plumbline.custody.uploads;

import java.util.Optional;
import java.util.Set;
import org.plumbline.custody.Received;
import org.plumbline.custody.UploadTaker;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.kernel.Digest;

/**
 * What a sender says to begin an upload.
 *
 * @param bytes how many there will be
 * @param sha256 of the whole file, where the sender knows it
 * @param compared comparison digests to work out beside
 * @param metadata as it was sent
 */
public record Asked(
        Received as,
        long bytes,
        Optional<Digest> sha256,
        Set<ComparisonKind> compared,
        UploadTaker.Destination to,
        String metadata) {
    public Asked {
        compared = Set.copyOf(compared);
    }
}
