package org.plumbline.documents.mentions;

import java.util.function.Consumer;

/**
 * A stretch of a text with some of what stands before and after it. What begins inside it is found in it.
 *
 * @param text the stretch with its surroundings
 * @param offset where {@code text} begins in the document's text
 * @param from where the stretch begins in {@code text}
 * @param to where it ends in {@code text}
 * @param language code of the document's language; empty when unknown
 */
record Stretch(String text, int offset, int from, int to, String language, Consumer<Mention> found) {
    /** Length of the words looked at before a place for what they say of it. */
    private static final int BEFORE = 48;

    void add(MentionKind kind, int start, int end, String value, double confidence, Ground ground, String finder) {
        if (start >= from && start < to) {
            found.accept(new Mention(
                    kind, offset + start, offset + end, text.substring(start, end), value, confidence, ground, finder));
        }
    }

    /** What stands right before a place, on the same line. */
    String before(int place) {
        int start = Math.max(0, place - BEFORE);
        int line = text.lastIndexOf('\n', place - 1);
        return text.substring(Math.max(start, line + 1), place);
    }

    /** Whether a place is not inside a word or number. */
    boolean free(int start, int end) {
        return (start == 0 || !inWord(text.charAt(start - 1))) && (end >= text.length() || !inWord(text.charAt(end)));
    }

    /** In Han script nothing stands between words, so its characters bound what is not Han. */
    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }
}
