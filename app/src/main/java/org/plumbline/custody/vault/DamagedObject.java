package org.plumbline.custody.vault;

import java.io.IOException;

/** An object of the vault that does not open: altered, cut short, exchanged, or sealed under another key. */
public final class DamagedObject extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedObject(String what) {
        super(what);
    }

    DamagedObject(String what, Throwable cause) {
        super(what, cause);
    }
}
