package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into marked and unmarked runs, with every stretch of white space made one space. */
final class Runs {
    private final List<Hit.Run> runs = new ArrayList<>();
    private boolean spaced = true;

    private Runs() {}

    /**
     * @param text a stretch of a longer text
     * @param from first character to show
     * @param to character after the last to show
     * @param base offset of the stretch in the longer text, which the spans count by
     */
    static List<Hit.Run> of(String text, int from, int to, int base, List<Span> spans) {
        var runs = new Runs();
        int at = from;
        for (Span span : spans) {
            int start = Math.clamp(span.start() - (long) base, at, to);
            int end = Math.clamp(span.end() - (long) base, at, to);
            if (start < end) {
                runs.add(text, at, start, false);
                runs.add(text, start, end, true);
                at = end;
            }
        }
        runs.add(text, at, to, false);
        return List.copyOf(runs.runs);
    }

    private void add(String text, int from, int to, boolean marked) {
        var run = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean space = Letters.isSpace(c) || Character.isISOControl(c);
            if (!space) {
                run.append(c);
            } else if (!spaced) {
                run.append(' ');
            }
            spaced = space;
        }
        if (!run.isEmpty()) {
            runs.add(new Hit.Run(run.toString(), marked));
        }
    }
}
