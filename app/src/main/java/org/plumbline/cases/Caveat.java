package org.plumbline.cases;

import java.util.Locale;

/** The handling caveat of a case: travels with every record and print. */
public enum Caveat {
    NONE,
    ORIGINATOR_CONTROL,
    NO_ONWARD,
    SOURCE_PROTECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Caveat ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
