package org.plumbline.command;

/** Why a command was not done, in a sentence for the person who typed it. */
final class ServerRefused extends RuntimeException {
    private final String code;

    ServerRefused(String message) {
        this(message, "");
    }

    /** @param code the server's reason code; empty where it gave none */
    ServerRefused(String message, String code) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Whether the server refused for this reason. */
    boolean isFor(String reason) {
        return code.equals(reason);
    }
}
