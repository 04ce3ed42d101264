package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What else a word of a query finds where it may be a name, if less well than the word itself: phrases of terms as they
 * stand in the index.
 *
 * @param spellings sounds, other forms of a given name, a legal form written out
 * @param syllables the ways to read it as syllables of Chinese
 */
record Names(List<List<String>> spellings, List<List<String>> syllables) {
    /** Of a word that means itself alone. */
    static final Names NONE = new Names(List.of(), List.of());

    private static final int MOST_SYLLABLES = 4;

    /**
     * Of a word.
     *
     * @param field where it is asked for
     * @param text as typed, with the punctuation around it
     * @param word as folded
     */
    static Names of(Optional<SearchField> field, String text, String word) {
        List<String> written = Words.written(text);
        if (written.isEmpty() || field.filter(named -> !named.holdsNames()).isPresent()) {
            return NONE;
        }
        String name = written.getFirst();
        var spellings = new ArrayList<List<String>>();
        SoundKeys.of(name).forEach(key -> spellings.add(List.of(key)));
        for (List<String> other : SoundKeys.mayBeName(name) ? OneName.of(word) : Set.<List<String>>of()) {
            if (other.size() > 1) {
                spellings.add(other);
            } else {
                SoundKeys.ofOther(other.getFirst()).forEach(key -> spellings.add(List.of(key)));
            }
        }
        return new Names(spellings, Pinyin.of(word));
    }

    /** Whether a word of a text, under its keys, would be found. */
    boolean find(List<String> keys) {
        return spellings.stream().anyMatch(spelling -> spelling.size() == 1 && keys.contains(spelling.getFirst()));
    }

    /** Two words that may be a Chinese name: its syllables, whichever way round it was typed. */
    List<List<String>> followedBy(Names next) {
        var names = new ArrayList<List<String>>();
        for (List<String> before : syllables) {
            for (List<String> after : next.syllables) {
                if (before.size() + after.size() <= MOST_SYLLABLES) {
                    names.add(Stream.concat(before.stream(), after.stream()).toList());
                    names.add(Stream.concat(after.stream(), before.stream()).toList());
                }
            }
        }
        return names;
    }
}
