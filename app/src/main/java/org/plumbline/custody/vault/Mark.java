package org.plumbline.custody.vault;

/** What a segment is in its object; sealed with it. */
enum Mark {
    /** Others follow. */
    INNER,
    /** The object ends with it. */
    LAST,
    /** What arrived of a segment so far. */
    TAIL
}
