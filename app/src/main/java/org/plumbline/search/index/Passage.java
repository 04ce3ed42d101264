package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of text around matches.
 *
 * @param start offset of its first character
 * @param end offset after its last
 * @param spans the matches in it; the last one may run over its end
 */
record Passage(int start, int end, List<Span> spans) {
    private static final int BEFORE = 60;
    private static final int LENGTH = 240;
    private static final int WORD_SEARCH = 20;

    /** The best passages of a text, in reading order: those in which most parts of the query match. */
    static List<Passage> best(List<Span> spans, int length, int most) {
        List<Passage> all = all(spans, length);
        return all.stream()
                .sorted(Comparator.comparingInt(Passage::parts)
                        .reversed()
                        .thenComparing(Comparator.comparingInt((Passage passage) -> passage.spans.size())
                                .reversed())
                        .thenComparingInt(Passage::start))
                .limit(most)
                .sorted(Comparator.comparingInt(Passage::start))
                .toList();
    }

    /** The beginning of a text. */
    static Passage beginning(int length) {
        return new Passage(0, Math.min(LENGTH, length), List.of());
    }

    private static List<Passage> all(List<Span> spans, int length) {
        var passages = new ArrayList<Passage>();
        int free = 0;
        for (int i = 0; i < spans.size(); ) {
            int start = Math.max(free, spans.get(i).start() - BEFORE);
            int end = Math.min(length, start + LENGTH);
            var inside = new ArrayList<Span>();
            while (i < spans.size() && (inside.isEmpty() || spans.get(i).end() <= end)) {
                inside.add(spans.get(i++));
            }
            passages.add(new Passage(start, end, inside));
            free = end;
            while (i < spans.size() && spans.get(i).start() < free) {
                i++; // begins in this passage and ends after it
            }
        }
        return passages;
    }

    private int parts() {
        Set<Integer> parts = new HashSet<>();
        spans.forEach(span -> parts.add(span.part()));
        return parts.size();
    }

    /** Its runs. The text holds the passage and is cut to whole words at both ends where a space is near. */
    Hit.Snippet snippet(SearchField field, String text, int length) {
        int from = start == 0 ? 0 : afterSpace(text);
        int to = end == length ? text.length() : beforeSpace(text);
        if (from < text.length() && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        if (to > from && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return new Hit.Snippet(field, Runs.of(text, from, to, start, spans), start + from > 0, start + to < length);
    }

    private int afterSpace(String text) {
        int first = spans.isEmpty() ? 0 : spans.getFirst().start() - start;
        for (int i = 0; i < Math.min(WORD_SEARCH, first); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private int beforeSpace(String text) {
        int last = spans.isEmpty() ? 0 : Math.min(text.length(), spans.getLast().end() - start);
        for (int i = text.length(); i > Math.max(text.length() - WORD_SEARCH, last); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i - 1;
            }
        }
        return text.length();
    }
}
