package org.plumbline.cases.erasure;

import java.util.Locale;

/** What can still be found in a place after it was cleared. */
public enum Left {
    /** Nothing. */
    NOTHING,
    /** Pages of tables too large to be written anew at once: until the database fills them with other rows. */
    LARGE_TABLES,
    /** What a database of one's own keeps: until it has vacuumed, and its write-ahead log and its backups are over. */
    OWN_DATABASE;

    /** Lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
