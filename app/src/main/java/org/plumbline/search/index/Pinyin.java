package org.plumbline.search.index;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Puts, in the place of each Chinese character, its syllable without tone under {@link Stem#MARK}, so that a name typed
 * in Latin letters is found. A character has one syllable here, the first that ICU gives.
 */
final class Pinyin extends BesideWords {
    private static final String SYLLABLE = Stem.MARK + "p";
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FA5;
    private static final int MOST_SYLLABLES = 6;
    private static final int MOST_WAYS = 4;
    private static final int LONGEST = 6;

    private static final String[] SYLLABLES = syllables();
    private static final Set<String> KNOWN = known();

    Pinyin(TokenStream input) {
        super(input);
    }

    @Override
    void derive(CharTermAttribute word, Deque<String> into) {
        String syllable = syllable(word);
        if (!syllable.isEmpty()) {
            into.add(SYLLABLE + syllable);
        }
    }

    /** The key of a word that is one Chinese character; empty for any other. */
    static String key(String word) {
        String syllable = syllable(word);
        return syllable.isEmpty() ? "" : SYLLABLE + syllable;
    }

    private static String syllable(CharSequence word) {
        return word.length() == 1 && word.charAt(0) >= FIRST && word.charAt(0) <= LAST
                ? SYLLABLES[word.charAt(0) - FIRST]
                : "";
    }

    /** The ways in which a folded word may be read as syllables, as lists of keys; none where it can't be. */
    static List<List<String>> of(String word) {
        var ways = new ArrayList<List<String>>();
        read(word, 0, List.of(), ways);
        return ways;
    }

    private static void read(String word, int at, List<String> before, List<List<String>> ways) {
        if (at == word.length()) {
            ways.add(before);
            return;
        }
        for (int end = Math.min(word.length(), at + LONGEST); end > at; end--) {
            if (before.size() < MOST_SYLLABLES && ways.size() < MOST_WAYS && KNOWN.contains(word.substring(at, end))) {
                var with = new ArrayList<>(before);
                with.add(SYLLABLE + word.substring(at, end));
                read(word, end, with, ways);
            }
        }
    }

    private static Set<String> known() {
        var known = new HashSet<>(List.of(SYLLABLES));
        known.remove("");
        return known;
    }

    /** All at once, since each call of the transliteration costs as much as thousands of characters. */
    private static String[] syllables() {
        var all = new StringBuilder();
        for (char c = FIRST; c <= LAST; c++) {
            all.append(c).append('\n');
        }
        String[] read = Transliterator.getInstance("Han-Latin; Latin-ASCII; Any-Lower")
                .transliterate(all.toString())
                .split("\n", -1);
        var syllables = new String[LAST - FIRST + 1];
        for (int i = 0; i < syllables.length; i++) {
            String syllable = read[i].strip();
            boolean heard = !syllable.isEmpty() && syllable.chars().allMatch(c -> c >= 'a' && c <= 'z');
            syllables[i] = heard ? syllable : "";
        }
        return syllables;
    }
}
