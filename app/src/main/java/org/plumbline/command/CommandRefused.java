package org.plumbline.command;

/** A command that is not carried out; the message says why and what to do. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandRefused(String message) {
        super(message);
    }
}
