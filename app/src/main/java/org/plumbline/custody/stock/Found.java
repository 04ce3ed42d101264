package org.plumbline.custody.stock;

import java.util.Locale;

/** What the records say of a thing whose tag was scanned in a place. */
public enum Found {
    /** It is kept where it was counted. */
    HERE,
    /** It is kept in another place. */
    ELSEWHERE,
    /** It is checked out. */
    OUT,
    /** It was released, and nobody has signed for it. */
    BETWEEN,
    /** It was disposed of or went into another exhibit. */
    ENDED,
    /** It was put in no place. */
    NOWHERE,
    /** No exhibit of the organisation carries this tag. */
    UNKNOWN;

    /** The form used in records and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Found ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
