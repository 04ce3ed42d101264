package org.plumbline.custody;

import java.util.Locale;

/** How an exhibit came. */
public enum Origin {
    /** Through a page. */
    UPLOAD,
    /** Through the command or the API. */
    COMMAND,
    /** Out of another exhibit. */
    CHILD,
    /** As a thing, recorded by whoever collected it. */
    COLLECTED,
    /** By dividing another exhibit. */
    DIVIDED,
    /** Out of an evidence package that was imported. */
    PACKAGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
