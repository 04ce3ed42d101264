package org.plumbline.custody.places;

import java.util.Locale;

/** What a storage place is. Any may stand in any other: a box in a safe, and a safe in a box of a removal. */
public enum PlaceKind {
    SITE,
    ROOM,
    SAFE,
    SHELF,
    BOX,
    DEVICE;

    /** The form used in records, requests and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlaceKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
