package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which a piece of query may stand in a text: a hyphenated word as its parts, and as one word where a
 * line's end broke it (see {@link LineEndHyphens}).
 */
final class Spellings {
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-\\u2010](?=[\\p{L}&&[^\\p{Lu}]])");
    private static final int MOST_APART = 3;

    private Spellings() {}

    /** The spellings, as lists of words; empty when there is no word in the text. */
    static List<List<String>> of(String text) {
        List<String> plain = Words.of(text);
        if (plain.isEmpty()) {
            return List.of();
        }
        var spellings = new LinkedHashSet<List<String>>();
        spellings.add(plain);
        List<Integer> hyphens = hyphens(text);
        if (hyphens.size() > MOST_APART) {
            spellings.add(Words.of(without(text, hyphens, -1)));
            return List.copyOf(spellings);
        }
        for (int chosen = 1; chosen < 1 << hyphens.size(); chosen++) {
            spellings.add(Words.of(without(text, hyphens, chosen)));
        }
        return List.copyOf(spellings);
    }

    private static List<Integer> hyphens(String text) {
        var found = new ArrayList<Integer>();
        Matcher matcher = HYPHEN.matcher(text);
        while (matcher.find()) {
            found.add(matcher.start());
        }
        return found;
    }

    /** The text without those of the hyphens whose bit is set. */
    private static String without(String text, List<Integer> hyphens, int chosen) {
        var result = new StringBuilder(text);
        for (int i = hyphens.size() - 1; i >= 0; i--) {
            if (chosen == -1 || (chosen & 1 << i) != 0) {
                result.deleteCharAt(hyphens.get(i));
            }
        }
        return result.toString();
    }
}
