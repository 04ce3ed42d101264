package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What completes a beginning: for each title, name and participant, its folded text from each of its first words on,
 * followed by the text as written.
 */
final class Completions {
    /** Parts the folded text from the written one; folding removes it from both. */
    static final char END = '\u001F';

    private static final int WORDS = 8;
    private static final int LONGEST = 120;

    private Completions() {}

    static Set<String> of(Indexed indexed) {
        var terms = new LinkedHashSet<String>();
        for (String name : Entry.names(indexed)) {
            String written = shown(name);
            starts(fold(written)).forEach(start -> terms.add(start + END + written));
        }
        return terms;
    }

    /** The words of a text, folded, with one space between. */
    static String fold(String text) {
        return String.join(" ", Words.of(text));
    }

    /** The text as written, from a term found. */
    static String written(String term) {
        return term.substring(term.indexOf(END) + 1);
    }

    private static List<String> starts(String folded) {
        var starts = new ArrayList<String>();
        for (int at = 0; at < folded.length() && starts.size() < WORDS; ) {
            starts.add(folded.substring(at));
            int space = folded.indexOf(' ', at);
            at = space < 0 ? folded.length() : space + 1;
        }
        return starts;
    }

    private static String shown(String name) {
        String line = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        int[] points = line.codePoints().limit(LONGEST).toArray();
        return new String(points, 0, points.length);
    }
}
