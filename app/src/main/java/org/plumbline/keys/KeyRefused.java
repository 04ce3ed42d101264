package org.plumbline.keys;

/** A key is absent, wrong or unreadable; the message says which and what to do, and never holds any part of a key. */
public final class KeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which key, what is wrong with it, and what to do */
    public KeyRefused(String message) {
        super(message);
    }
}
