package org.plumbline.custody;

import java.util.Locale;

/** How an exhibit came. */
public enum Origin {
    /** Through a page. */
    UPLOAD,
    /** Through the command or the API. */
    COMMAND,
    /** Out of another exhibit. */
    CHILD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
