package org.plumbline.search.index;

import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Puts, in the place of each word too, its stems under {@link Stem#MARK}: an unquoted {@code contract} finds
 * "contracts" while a quoted one finds only what a reader sees, and a mark covers the word as it stands.
 */
final class Stems extends BesideWords {
    private final List<Stem.Stemming> languages;

    Stems(TokenStream input, Set<Stem> languages) {
        super(input);
        this.languages = languages.stream().map(Stem::stemming).toList();
    }

    @Override
    void derive(CharTermAttribute word, Deque<String> into) {
        String text = "";
        for (Stem.Stemming language : languages) {
            if (language.stem().takes(word)) {
                text = text.isEmpty() ? word.toString() : text;
                into.add(language.marked(text));
            }
        }
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
