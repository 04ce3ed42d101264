package org.plumbline.search.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.search.index.Hit;

/**
 * The page of a search, in the reader's words.
 *
 * @param header of the case it is in; absent for all that the reader may see
 * @param fault what is wrong with the query
 * @param corrected another spelling of the query that finds something
 * @param elsewhere the same search over all cases; empty outside a case
 * @param keeping the page of the kept searches, with this one ready to be kept; empty outside a case
 */
public record SearchPage(
        Optional<CaseHeader> header,
        State state,
        String path,
        String query,
        List<Hidden> hidden,
        Optional<Fault> fault,
        long total,
        List<Line> lines,
        List<Box> boxes,
        List<Token> tokens,
        List<Choice> orders,
        String first,
        String next,
        String elsewhere,
        String keeping,
        Optional<Choice> corrected) {

    /** What there is to show. */
    public enum State {
        /** Nothing was asked yet. */
        START,
        LOADING,
        MISREAD,
        NOTHING,
        FOUND
    }

    /** A parameter that the form keeps. */
    public record Hidden(String name, String value) {}

    /** What is wrong, and the query in three parts: before the place, at it, after it. */
    public record Fault(String sentence, String before, String at, String after) {}

    /**
     * A result.
     *
     * @param preview address of a part of a page that shows it; empty when there is none
     * @param facts short words under the title; the first one tells where it is from
     */
    public record Line(
            String href,
            String preview,
            String icon,
            List<Hit.Run> title,
            List<String> facts,
            List<Hit.Snippet> snippets) {
        public Line {
            title = List.copyOf(title);
            facts = List.copyOf(facts);
            snippets = List.copyOf(snippets);
        }
    }

    /**
     * A facet.
     *
     * @param others how many further values there are
     */
    public record Box(String name, String title, List<Choice> values, int others) {
        public Box {
            values = List.copyOf(values);
        }
    }

    /**
     * Something to choose.
     *
     * @param count as shown; empty for none
     * @param level how long its bar is, from 1 to 10; 0 for none
     * @param inner whether it is a part of the choice before it
     */
    public record Choice(String label, String count, String href, boolean selected, int level, boolean inner) {
        Choice(String label, String count, String href, boolean selected) {
            this(label, count, href, selected, 0, false);
        }
    }

    /**
     * A value the search is narrowed by.
     *
     * @param href the search without it
     */
    public record Token(String facet, String label, String href) {}

    public SearchPage {
        hidden = List.copyOf(hidden);
        lines = List.copyOf(lines);
        boxes = List.copyOf(boxes);
        tokens = List.copyOf(tokens);
        orders = List.copyOf(orders);
    }

    /** Whether what is asked here can be kept by the reader. */
    public boolean keeps() {
        return (state == State.FOUND || state == State.NOTHING)
                && header.filter(CaseHeader::mayWrite).isPresent();
    }

    /** Whether results can be shown beside the list. */
    public boolean previews() {
        return lines.stream().anyMatch(line -> !line.preview().isEmpty());
    }

    int status() {
        return switch (state) {
            case LOADING -> 503;
            case MISREAD -> 422;
            case START, NOTHING, FOUND -> 200;
        };
    }
}
