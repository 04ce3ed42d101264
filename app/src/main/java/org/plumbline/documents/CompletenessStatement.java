package org.plumbline.documents;

import java.util.UUID;
import org.plumbline.custody.Content;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A statement of completeness that was made of an ingestion.
 *
 * @param files how many files it accounts for
 * @param digest SHA-256 of its manifest, which stands for everything in it
 * @param archive its bytes, as they are given out
 */
public record CompletenessStatement(UUID id, Stamp stamp, UUID ingestion, long files, Digest digest, Content archive) {
    public Ref ref() {
        return new Ref("completeness-statement", id, stamp.owner());
    }
}
