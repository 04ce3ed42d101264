package org.plumbline.entities.web;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.site.web.Option;

/**
 * The sentences of a stretch of a text, from which a passage is chosen without a mouse: the one it begins with and the
 * one it ends with.
 *
 * @param starts where each begins in the text, in UTF-16 units, with its number and first words
 * @param ends where each ends
 * @param next where the stretch ends and more of the text follows; the text's length where nothing does
 */
public record Passages(List<Option> starts, List<Option> ends, int next) {
    /** As much as a document's page shows at once. */
    private static final int STRETCH = 30_000;
    /** Two lists so long still load and scroll on a telephone. */
    private static final int MOST = 400;
    /** First words of a sentence, on one line of a narrow screen. */
    private static final int WORDS = 60;

    public Passages {
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
    }

    /**
     * The sentences from this place on, as ICU breaks them for no particular language; a line break ends one too.
     *
     * @param at not before the text's begin nor behind its end
     */
    static Passages of(String text, int at) {
        String stretch = text.substring(at, Math.min(text.length(), at + STRETCH));
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(stretch);
        var starts = new ArrayList<Option>();
        var ends = new ArrayList<Option>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE && starts.size() < MOST; to = breaks.next()) {
            String sentence = stretch.substring(from, to);
            if (!sentence.isBlank()) {
                int start =
                        at + from + sentence.length() - sentence.stripLeading().length();
                String shown = starts.size() + 1 + ". " + firstWords(sentence.strip());
                starts.add(new Option(Integer.toString(start), shown));
                ends.add(new Option(
                        Integer.toString(at + from + sentence.stripTrailing().length()), shown));
            }
            from = to;
        }
        return new Passages(starts, ends, at + from);
    }

    private static String firstWords(String sentence) {
        if (sentence.length() <= WORDS) {
            return sentence;
        }
        int cut = Character.isHighSurrogate(sentence.charAt(WORDS - 1)) ? WORDS - 1 : WORDS;
        return sentence.substring(0, cut) + "…";
    }
}
