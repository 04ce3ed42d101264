package org.plumbline.custody.vault;

/** What a segment is in its object; sealed with it. */
enum Mark {
    /** Others follow. */
    INNER(0),
    /** The object ends with it. */
    LAST(1),
    /** What arrived of a segment so far. */
    TAIL(2);

    private final byte code;

    Mark(int code) {
        this.code = (byte) code;
    }

    /** As it is sealed. */
    byte code() {
        return code;
    }
}
