package org.plumbline.keys;

/** A key is absent, wrong or unreadable; the message says which and what to do, and never holds any part of a key. */
public final class KeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyRefused(String message) {
        super(message);
    }
}
