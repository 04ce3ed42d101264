package org.plumbline.search.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts, in the place of each word too, its stems under {@link Stem#MARK}: an unquoted {@code contract} finds
 * "contracts" while a quoted one finds only what a reader sees, and a mark covers the word as it stands.
 */
final class Stems extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Stem.Stemming> languages;
    private final Deque<String> derived = new ArrayDeque<>();

    Stems(TokenStream input, Set<Stem> languages) {
        super(input);
        this.languages = languages.stream().map(Stem::stemming).toList();
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!derived.isEmpty()) {
            term.setEmpty().append(derived.remove());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        String word = "";
        for (Stem.Stemming language : languages) {
            if (language.stem().takes(term)) {
                word = word.isEmpty() ? term.toString() : word;
                derived.add(language.marked(word));
            }
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        derived.clear();
    }

    /** The stems under which a word of a query is looked up: one for each language it may be in. */
    static List<String> of(String word) {
        return Set.of(Stem.values()).stream()
                .filter(language -> language.takes(word))
                .sorted()
                .map(language -> language.stemming().marked(word))
                .toList();
    }
}
