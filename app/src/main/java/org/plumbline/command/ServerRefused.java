package org.plumbline.command;

/** Why a command was not done, in a sentence for the person who typed it. */
final class ServerRefused extends RuntimeException {
    ServerRefused(String message) {
        super(message, null, false, false);
    }
}
