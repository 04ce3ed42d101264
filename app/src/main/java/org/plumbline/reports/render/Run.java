package org.plumbline.reports.render;

import java.util.List;

/** A piece of running text, or a citation in it. */
public sealed interface Run {
    /** How a piece of text stands out. */
    enum Emphasis {
        NONE,
        STRONG,
        ITALIC
    }

    /**
     * Words.
     *
     * @param text the words
     * @param emphasis how they stand out
     */
    record Text(String text, Emphasis emphasis) implements Run {}

    /**
     * A citation; its number follows from the order of first use in the report.
     *
     * @param source what is cited
     */
    record Cite(Source source) implements Run {}

    /** Plain words, the common case. */
    static List<Run> plain(String text) {
        return List.of(new Text(text, Emphasis.NONE));
    }
}
