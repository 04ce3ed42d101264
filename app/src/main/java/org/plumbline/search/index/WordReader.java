package org.plumbline.search.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the parts of a query that hold words: a word, a phrase, a word with wildcards, a near word, a field's value.
 */
final class WordReader {
    private static final int MOST_LEAVES = 100;
    private static final int MOST_COSTLY = 20;
    private static final int FARTHEST = 200;
    private static final int SHORTEST_NEAR = 3;

    private final Letters letters;
    private final Function<Optional<SearchField>, Clause> value;
    private int leaves;
    private int costly;

    /** @param value reads what follows the name of a field */
    WordReader(Letters letters, Function<Optional<SearchField>, Clause> value) {
        this.letters = letters;
        this.value = value;
    }

    Clause read(Optional<SearchField> field) {
        if (++leaves > MOST_LEAVES) {
            throw new Unreadable("query-too-many-words", letters.at(), Map.of("most", "" + MOST_LEAVES));
        }
        return Letters.opensQuote(letters.here()) ? phrase(field) : word(field);
    }

    private Clause phrase(Optional<SearchField> field) {
        int opened = letters.at();
        char quote = letters.here();
        letters.step();
        int start = letters.at();
        while (!letters.ended() && !Letters.closesQuote(quote, letters.here())) {
            letters.step();
        }
        if (letters.ended()) {
            throw new Unreadable("query-quote-unclosed", opened);
        }
        String text = letters.from(start);
        letters.step();
        return sequence(field, text, proximity(), false);
    }

    private int proximity() {
        if (letters.here() != '~') {
            return 0;
        }
        int at = letters.at();
        letters.step();
        String digits = letters.digits(4);
        if (digits.isEmpty() || Integer.parseInt(digits) > FARTHEST || !Letters.ends(letters.here())) {
            throw new Unreadable("query-proximity-unreadable", at, Map.of("most", "" + FARTHEST));
        }
        return Integer.parseInt(digits);
    }

    private Clause word(Optional<SearchField> field) {
        int start = letters.at();
        var text = new StringBuilder();
        while (!letters.ended() && !Letters.ends(letters.here()) && letters.here() != '~') {
            if (letters.here() == ':' && isName(text)) {
                Optional<Clause> named = named(text.toString(), start);
                if (named.isPresent()) {
                    return named.get();
                }
            }
            text.append(letter());
        }
        if (letters.here() == '~' && !text.isEmpty()) {
            return near(field, text.toString(), start);
        }
        if (letters.here() == '~') {
            letters.step(); // a tilde on its own is punctuation
        }
        if (Wildcards.in(text.toString())) {
            countCostly(start);
            return Wildcards.read(field, text.toString(), start);
        }
        return sequence(field, text.toString(), 0, true);
    }

    /** One character of a word. After a backslash it means itself; punctuation then is as good as a space. */
    private char letter() {
        char c = letters.here();
        letters.step();
        if (c == '\\') {
            char escaped = letters.here();
            letters.step();
            return Character.isLetterOrDigit(escaped) || Character.isSurrogate(escaped) ? escaped : ' ';
        }
        return switch (c) {
            case '*' -> Wildcards.MANY;
            case '?' -> Wildcards.ONE;
            case Wildcards.MANY, Wildcards.ONE -> ' ';
            default -> c;
        };
    }

    /** What follows {@code name:}; empty when the colon is mere punctuation, as in an address or in "Re: ". */
    private Optional<Clause> named(String name, int start) {
        boolean isDate = name.equals("date");
        Optional<SearchField> field = SearchField.named(name);
        char next = letters.ahead(1);
        boolean known = isDate || field.isPresent();
        if (!known && (Letters.isSpace(next) || next == '/' || next == '\\')) {
            return Optional.empty();
        }
        if (!known) {
            throw new Unreadable("query-field-unknown", start, Map.of("field", name));
        }
        letters.step();
        if (Letters.isSpace(next)) {
            throw new Unreadable("query-field-empty", start, Map.of("field", name));
        }
        if (isDate) {
            return Optional.of(next == '[' ? range() : date());
        }
        if (next == '[') {
            throw new Unreadable("query-range-field", letters.at(), Map.of("field", name));
        }
        return Optional.of(value.apply(field));
    }

    private Clause range() {
        int opened = letters.at();
        letters.step();
        int start = letters.at();
        while (!letters.ended() && letters.here() != ']') {
            letters.step();
        }
        if (letters.ended()) {
            throw new Unreadable("query-range-unclosed", opened);
        }
        String inside = letters.from(start);
        letters.step();
        return Dates.readRange(inside, start);
    }

    private Clause date() {
        int start = letters.at();
        while (!letters.ended() && !Letters.ends(letters.here())) {
            letters.step();
        }
        return Dates.read(letters.from(start), start);
    }

    private Clause near(Optional<SearchField> field, String text, int start) {
        int at = letters.at();
        letters.step();
        String digits = letters.digits(2);
        if (!Letters.ends(letters.here()) || !List.of("", "1", "2").contains(digits)) {
            throw new Unreadable("query-fuzzy-unreadable", at);
        }
        List<String> words = Wildcards.in(text) ? List.of() : Words.of(text);
        if (words.size() != 1) {
            throw new Unreadable("query-fuzzy-one-word", start);
        }
        String word = words.getFirst();
        if (word.codePointCount(0, word.length()) < SHORTEST_NEAR) {
            throw new Unreadable("query-fuzzy-too-short", start, Map.of("letters", "" + SHORTEST_NEAR));
        }
        countCostly(start);
        return new Clause.Near(field, word, digits.isEmpty() ? 2 : Integer.parseInt(digits));
    }

    private void countCostly(int at) {
        if (++costly > MOST_COSTLY) {
            throw new Unreadable("query-wildcard-too-many", at, Map.of("most", "" + MOST_COSTLY));
        }
    }

    private static Clause sequence(Optional<SearchField> field, String text, int slop, boolean loose) {
        List<List<String>> spellings = Spellings.of(text);
        if (spellings.isEmpty()) {
            return new Clause.Nothing();
        }
        boolean word = loose && spellings.size() == 1 && spellings.getFirst().size() == 1;
        Names names = word ? Names.of(field, text, spellings.getFirst().getFirst()) : Names.NONE;
        return new Clause.Sequence(field, spellings, slop, loose, names);
    }

    private static boolean isName(CharSequence text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
