package org.plumbline.documents.extract;

import java.util.Locale;

/**
 * A program of the machine's own that reads what no library here reads; it is used where it is installed, inside the
 * worker's walls, and the record of a reading names it.
 */
public enum OutsideTool {
    /** Reads archives: libarchive's bsdtar. */
    BSDTAR,
    /** Reads Outlook data files: libpst's readpst. */
    READPST;

    /** What the program is called. */
    public String program() {
        return name().toLowerCase(Locale.ROOT);
    }
}
