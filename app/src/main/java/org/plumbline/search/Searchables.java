package org.plumbline.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules put into search. */
@Component
class Searchables {
    private final ObjectProvider<Searchable> found;

    Searchables(ObjectProvider<Searchable> found) {
        this.found = found;
    }

    List<Searchable> all() {
        return found.orderedStream().toList();
    }

    /** Who reads records of this kind. */
    Optional<Searchable> reading(String kind) {
        return found.stream().filter(s -> s.kinds().contains(kind)).findFirst();
    }

    /** Whose records become hits of this kind. */
    Optional<Searchable> showing(String hitKind) {
        return found.stream().filter(s -> s.hitKinds().contains(hitKind)).findFirst();
    }

    Set<String> events() {
        return found.stream().flatMap(s -> s.events().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
