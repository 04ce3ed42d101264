package org.plumbline.engine.model;

import java.util.Locale;

/** What the vocabulary policy says of a schema or property, from the widest to the strictest. */
public enum Openness {
    /** May be searched, matched, linked and exported. */
    OPEN,
    /** A single sourced statement in its own compartment: read by need to know and by nothing else. */
    MARKED,
    /** Not recorded at all. */
    REFUSED;

    /** The stricter of the two. */
    public Openness and(Openness other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Lower case, as in the policy file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
