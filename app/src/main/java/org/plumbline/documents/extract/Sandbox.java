package org.plumbline.documents.extract;

import java.util.Locale;

/** How many of the walls have to stand before anything is read. */
public enum Sandbox {
    /** All of them. */
    FULL,
    /** Those that this machine lets stand. */
    REDUCED;

    /** @param code {@code full} or {@code reduced} */
    public static Sandbox of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
