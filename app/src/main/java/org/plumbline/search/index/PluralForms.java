package org.plumbline.search.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts, beside an English plural, its singular under {@link #MARK}: an unquoted {@code contract} finds "contracts"
 * while a quoted one finds only what a reader sees. The rule is the S stemmer of D. Harman, "How effective is
 * suffixing?", JASIS 42 (1991), table 1.
 */
final class PluralForms extends TokenFilter {
    /** Begins a derived form; no word of a text begins with it. */
    static final char MARK = '\u0001';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private Optional<String> derived = Optional.empty();

    PluralForms(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (derived.isPresent()) {
            term.setEmpty().append(MARK).append(derived.get());
            increment.setPositionIncrement(0);
            derived = Optional.empty();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        int length = term.length();
        if (length > 3 && term.charAt(length - 1) == 's') {
            derived = singular(term.toString());
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        derived = Optional.empty();
    }

    /** The singular of a word that looks like an English plural. */
    static Optional<String> singular(String word) {
        int length = word.length();
        if (length <= 3 || !word.endsWith("s") || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return Optional.empty();
        }
        if (word.endsWith("ies")) {
            return endsWithAny(word, "eies", "aies")
                    ? Optional.empty()
                    : Optional.of(word.substring(0, length - 3) + "y");
        }
        if (word.endsWith("es")) {
            return endsWithAny(word, "aes", "ees", "oes")
                    ? Optional.empty()
                    : Optional.of(word.substring(0, length - 1));
        }
        return endsWithAny(word, "us", "ss") ? Optional.empty() : Optional.of(word.substring(0, length - 1));
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
