package org.plumbline.documents.extract;

/**
 * One thing that a file states of itself.
 *
 * @param value as it stands there, at most {@link #LONGEST} characters of it
 */
public record Stated(HeaderFact fact, String value) {
    public static final int LONGEST = 2000;

    public Stated {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
