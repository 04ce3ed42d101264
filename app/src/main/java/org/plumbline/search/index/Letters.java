package org.plumbline.search.index;

/** Walks over a query's characters. */
final class Letters {
    private final String text;
    private int at;

    Letters(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void goTo(int place) {
        at = place;
    }

    boolean ended() {
        return at >= text.length();
    }

    /** The character here, or a space after the last. */
    char here() {
        return ahead(0);
    }

    char ahead(int count) {
        return at + count < text.length() ? text.charAt(at + count) : ' ';
    }

    void step() {
        at++;
    }

    void skipSpace() {
        while (!ended() && isSpace(here())) {
            at++;
        }
    }

    /** Whether this word stands here, with nothing joined to it. */
    boolean sees(String word) {
        return text.startsWith(word, at) && ends(ahead(word.length()));
    }

    String from(int start) {
        return text.substring(start, at);
    }

    /** The digits here, at most so many. */
    String digits(int most) {
        int start = at;
        while (at - start < most && here() >= '0' && here() <= '9') {
            at++;
        }
        return from(start);
    }

    /** Whether a word ends before this character. */
    static boolean ends(char c) {
        return isSpace(c) || c == '(' || c == ')' || opensQuote(c);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean opensQuote(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E' || c == '\u201F' || c == '\uFF02';
    }

    /** A straight quote is closed by a straight one, a curly quote by either. */
    static boolean closesQuote(char opened, char c) {
        return opened == '"' ? c == '"' : c != '\u201E' && opensQuote(c);
    }
}
