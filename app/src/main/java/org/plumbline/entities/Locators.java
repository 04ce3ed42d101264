package org.plumbline.entities;

import java.net.URI;
import java.time.LocalDate;
import org.plumbline.engine.model.statement.Locator;

/** Where in its source a statement stands, in two words: the kind and its value. */
final class Locators {
    private Locators() {}

    static NewStatement.At write(Locator locator) {
        return switch (locator) {
            case Locator.Whole whole -> NewStatement.At.WHOLE;
            case Locator.Page page -> new NewStatement.At("page", "" + page.number());
            case Locator.MailParagraph paragraph -> new NewStatement.At("paragraph", "" + paragraph.number());
            case Locator.RegisterRow row -> new NewStatement.At("row", "" + row.number());
            case Locator.TextRange range -> new NewStatement.At("text", range.offset() + "+" + range.length());
            case Locator.Url url -> new NewStatement.At("url", url.checked() + " " + url.address());
        };
    }

    /** Reads what a person or the database wrote; anything else is an {@link IllegalArgumentException}. */
    static Locator read(NewStatement.At at, LocalDate today) {
        String value = at.value().strip();
        return switch (at.kind()) {
            case "", "whole" -> new Locator.Whole();
            case "page" -> new Locator.Page(Integer.parseInt(value));
            case "paragraph" -> new Locator.MailParagraph(Integer.parseInt(value));
            case "row" -> new Locator.RegisterRow(Long.parseLong(value));
            case "text" -> range(value);
            case "url" -> url(value, today);
            default -> throw new IllegalArgumentException("No locator of kind " + at.kind());
        };
    }

    private static Locator range(String value) {
        int plus = value.indexOf('+');
        if (plus < 1) {
            throw new IllegalArgumentException("A stretch of text is offset+length");
        }
        return new Locator.TextRange(
                Integer.parseInt(value.substring(0, plus)), Integer.parseInt(value.substring(plus + 1)));
    }

    private static Locator url(String value, LocalDate today) {
        int space = value.indexOf(' ');
        LocalDate checked = space < 0 ? today : LocalDate.parse(value.substring(0, space));
        URI address = URI.create(value.substring(space + 1));
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("A page on the web begins with http or https");
        }
        return new Locator.Url(address, checked);
    }
}
