package org.plumbline.search.saved;

import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;
import org.plumbline.search.Asked;

/**
 * A search that a case keeps under a name.
 *
 * @param asked its query and what it is narrowed by, from the first hit on
 */
public record SavedSearch(UUID id, Stamp stamp, String name, Asked asked) {
    /** What the trail calls it. */
    public Ref ref() {
        return new Ref("saved-search", id, stamp.owner());
    }
}
