package org.plumbline.mail;

import java.util.regex.Pattern;

/**
 * What is sent: plain text, which says that something waits and never what a case is about.
 *
 * @param to one address
 */
public record Letter(String to, String subject, String text) {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

    public Letter {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("A letter goes to one address");
        }
        if (subject.isBlank() || subject.lines().count() != 1) {
            throw new IllegalArgumentException("A subject is one line");
        }
    }

    /** Whether this is one address, and nothing that a mail server could take for more. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The part behind the @, which names no person. */
    public String domain() {
        return to.substring(to.indexOf('@') + 1);
    }
}
