package org.plumbline.reports.render;

import java.time.Instant;
import org.w3c.dom.Element;

/** What stands around the content: head and foot of every page, and the facts of the case on the first. */
final class HtmlFrame {
    private final Markup markup;
    private final Phrases phrases;
    private final ReportDocument document;
    private final Instant at;

    HtmlFrame(Markup markup, Phrases phrases, ReportDocument document, Instant at) {
        this.markup = markup;
        this.phrases = phrases;
        this.document = document;
        this.at = at;
    }

    void write(Element body) {
        head(body);
        foot(body);
        Element title = markup.add(body, "div", "title");
        Element line = markup.add(title, "p", "eyebrow");
        markup.say(line, "span", "number", document.caseHeader().number());
        markup.text(line, "\u2002" + document.caseHeader().organisation());
        markup.say(title, "h1", "title", document.title());
        if (!document.caseHeader().caveat().isBlank()) {
            caveat(markup.add(title, "p", "caveat-line"));
        }
        facts(body);
        Element record = markup.add(body, "div", "record");
        markup.say(record, "p", "meta", phrases.generated(at, document));
        markup.say(record, "p", "meta", phrases.recorded(document));
    }

    private void head(Element body) {
        Element head = markup.add(body, "div", "running-head");
        markup.say(head, "span", "number", document.caseHeader().number());
        markup.text(head, "\u2002");
        markup.say(head, "span", "running-title", document.title());
        markup.text(head, "\u2002");
        caveat(head);
    }

    private void foot(Element body) {
        Element foot = markup.add(markup.add(body, "table", "running-foot"), "tr");
        markup.say(foot, "td", "start", phrases.generated(at, document));
        Element pages = markup.add(foot, "td", "end");
        for (PagePhrase.Piece piece : PagePhrase.of(phrases)) {
            switch (piece) {
                case PagePhrase.Words words -> markup.text(pages, words.text());
                case PagePhrase.Page page -> markup.add(pages, "span", "page");
                case PagePhrase.Pages count -> markup.add(pages, "span", "pages");
            }
        }
    }

    private void caveat(Element parent) {
        String caveat = document.caseHeader().caveat();
        if (!caveat.isBlank()) {
            markup.say(parent, "span", "caveat", phrases.capitals(caveat));
        }
    }

    private void facts(Element body) {
        Element table = markup.add(markup.add(body, "table", "case-facts"), "tbody");
        for (CaseFacts.Fact fact : CaseFacts.of(document, phrases)) {
            Element line = markup.add(table, "tr");
            markup.say(line, "th", "start", fact.name());
            Element cell = markup.add(line, "td", "start");
            fact.lines().forEach(text -> markup.say(cell, "div", "line", text));
        }
    }
}
