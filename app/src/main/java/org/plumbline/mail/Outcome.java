package org.plumbline.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * What became of a letter.
 *
 * @param host the server that was asked
 * @param said the server's own words where it refused, without anything secret; empty otherwise
 */
public record Outcome(Kind kind, String host, String said, Instant at) {
    /** How it ended. */
    public enum Kind {
        ACCEPTED,
        REFUSED,
        PASSWORD,
        NO_CONNECTION,
        NO_ANSWER,
        NOT_TRUSTED,
        NOT_PROTECTED,
        BROKEN_OFF,
        /** No server is named, and nothing was tried. */
        OFF;

        /** Its stable name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the server took it. */
    public boolean isAccepted() {
        return kind == Kind.ACCEPTED;
    }
}
