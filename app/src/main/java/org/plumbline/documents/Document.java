package org.plumbline.documents;

import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * What was read from a file of the ledger.
 *
 * @param item the file it was read from
 */
public record Document(UUID id, Stamp stamp, Item item, DocumentFacts facts) {
    public Ref ref() {
        return new Ref("document", id, stamp.owner());
    }
}
