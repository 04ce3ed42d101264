package org.plumbline.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Indexed;

/**
 * Port: a module's records as search takes them in and leads back to them. Reading happens in a transaction of the
 * service actor {@code search-index}, in which nobody is acting: through tables, not through doors. What the vocabulary
 * policy marks or refuses must not be in what is read.
 */
public interface Searchable {
    /** The kinds of record it reads, as in {@link org.plumbline.kernel.Ref}. */
    Set<String> kinds();

    /** The kinds of hit its records become; usually the same. */
    default Set<String> hitKinds() {
        return kinds();
    }

    /** The kinds of event after which a record must be read again. */
    Set<String> events();

    /** The record as it is now, with the record's identifier as key; absent when it is not to be found any more. */
    Optional<Indexed> read(String kind, UUID id);

    /** Identifiers of a kind, rising, after the cursor: how an empty index is filled. */
    List<UUID> ids(String kind, Optional<UUID> after, int limit);

    /** Where a hit leads. */
    Place place(Hit hit, String query);

    /**
     * Where a hit leads.
     *
     * @param kind the kind of the record, as in {@link org.plumbline.kernel.Ref}
     * @param href the page that shows it, at the hit where it can
     * @param preview address of a part of a page that shows it beside the results; absent when there is none
     */
    record Place(String kind, String href, Optional<String> preview) {}
}
