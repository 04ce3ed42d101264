package org.plumbline.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;

/**
 * A match in a text.
 *
 * @param start offset of its first character
 * @param end offset after its last
 * @param part which part of the query it is a match of, as a number
 */
record Span(int start, int end, int part) {
    /** The first matches in a field, in reading order, at most so many. */
    static List<Span> in(Matches matches, SearchField field, int most) throws IOException {
        MatchesIterator iterator = matches.getMatches(field.word());
        var spans = new ArrayList<Span>();
        Map<Query, Integer> parts = new HashMap<>();
        while (iterator != null && spans.size() < most && iterator.next()) {
            int start = iterator.startOffset();
            int end = iterator.endOffset();
            if (!spans.isEmpty() && spans.getLast().start == start && spans.getLast().end == end) {
                parts.putIfAbsent(iterator.getQuery(), spans.getLast().part); // another form of the same word
                continue;
            }
            int part = parts.computeIfAbsent(iterator.getQuery(), added -> parts.size());
            if (end > start) {
                spans.add(new Span(start, end, part));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return merged(spans);
    }

    /** The same, with those that overlap made one. */
    private static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        for (Span span : spans) {
            if (!merged.isEmpty() && span.start < merged.getLast().end) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start, Math.max(last.end, span.end), last.part));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
