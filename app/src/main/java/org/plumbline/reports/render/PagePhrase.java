package org.plumbline.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words "page 1 of 9" in pieces, because only the reader's program knows the numbers. */
final class PagePhrase {
    /** A piece in reading order. */
    sealed interface Piece {}

    /** Fixed words. */
    record Words(String text) implements Piece {}

    /** Where the page's number stands. */
    record Page() implements Piece {}

    /** Where the number of pages stands. */
    record Pages() implements Piece {}

    // Private-use characters that no message holds (Unicode 23.5).
    private static final char PAGE = '\ue000';
    private static final char PAGES = '\ue001';

    private PagePhrase() {}

    static List<Piece> of(Phrases phrases) {
        String said = phrases.say("page", Map.of("page", String.valueOf(PAGE), "pages", String.valueOf(PAGES)));
        List<Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < said.length(); i++) {
            char letter = said.charAt(i);
            if (letter == PAGE || letter == PAGES) {
                flush(words, pieces);
                pieces.add(letter == PAGE ? new Page() : new Pages());
            } else {
                words.append(letter);
            }
        }
        flush(words, pieces);
        return List.copyOf(pieces);
    }

    private static void flush(StringBuilder words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Words(words.toString()));
            words.setLength(0);
        }
    }
}
