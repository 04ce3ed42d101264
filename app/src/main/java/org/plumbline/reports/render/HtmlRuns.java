package org.plumbline.reports.render;

import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Running text and citations of the page tree. */
final class HtmlRuns {
    private final Markup markup;
    private final Citations citations;

    HtmlRuns(Markup markup, Citations citations) {
        this.markup = markup;
        this.citations = citations;
    }

    void runs(Element parent, List<Run> runs) {
        markup.direct(parent, words(runs));
        for (Run run : runs) {
            switch (run) {
                case Run.Text text -> text(parent, text);
                case Run.Cite cite -> cites(parent, List.of(cite.source()));
            }
        }
    }

    /** The numbers of sources in brackets, each a link to its line in the list of sources. */
    void cites(Element parent, List<Source> sources) {
        String gap = "";
        for (int number : citations.numbers(sources)) {
            markup.text(parent, gap);
            Element link = markup.say(parent, "a", "cite", "[" + number + "]");
            link.setAttribute("href", "#source-" + number);
            link.setAttribute("title", Integer.toString(number));
            gap = " ";
        }
    }

    static String words(List<Run> runs) {
        return runs.stream()
                .filter(Run.Text.class::isInstance)
                .map(run -> ((Run.Text) run).text())
                .collect(Collectors.joining());
    }

    private void text(Element parent, Run.Text text) {
        switch (text.emphasis()) {
            case NONE -> markup.text(parent, text.text());
            case STRONG -> markup.text(markup.add(parent, "strong"), text.text());
            case ITALIC -> markup.text(markup.add(parent, "em"), text.text());
        }
    }
}
