package org.plumbline.access;

import java.util.Locale;

/** What a member is in one case. */
public enum Standing {
    LEAD,
    SUPERVISOR,
    INVESTIGATOR,
    CUSTODIAN,
    READER;

    /** The form used in records and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The standing of a code; an unknown code is an {@link IllegalArgumentException}. */
    public static Standing ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
