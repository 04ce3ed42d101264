package org.plumbline.command;

/** A command line that can't be understood; its message says what is wrong and what would be right. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message, null, false, false);
    }
}
