package org.plumbline.documents.extract;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing is read, since walls are missing that have to stand. */
public final class WallsMissing extends IOException {
    private static final long serialVersionUID = 1L;

    private final Set<Wall> missing;

    WallsMissing(Set<Wall> missing) {
        super("Nothing is read: of the walls around the workers "
                + missing.stream().sorted().map(Wall::code).collect(Collectors.joining(", "))
                + " can't be raised here, and all have to stand; mend that, or set documents.sandbox to reduced");
        this.missing = Set.copyOf(missing);
    }

    /** At least one. */
    public Set<Wall> missing() {
        return missing;
    }
}
