package org.plumbline.charts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One chart as its page shows it, already cut down to what the reader may see.
 *
 * @param caseNumber the case the chart belongs to, for the head of the page
 * @param caption goes under each exported picture after the title: case number and handling caveat
 * @param zone the reader's time zone, as an IANA name
 * @param editable whether this reader's changes are kept
 * @param csrfHeader the header that carries {@code csrfToken} with each writing request
 */
public record ChartPage(
        String id,
        String title,
        String caseNumber,
        String caseAddress,
        String caption,
        String zone,
        boolean editable,
        String csrfHeader,
        String csrfToken,
        ChartAddresses addresses,
        ChartWords words,
        List<Entity> entities,
        List<Link> links) {

    public ChartPage {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
    }

    /** The text of a key of the chart's bundle. */
    public String word(String key) {
        return words.of(key);
    }

    /** An entity's row: its name, the word for its schema, and a person's role in the case if it has one. */
    public record Entity(
            String caption,
            String kind,
            String address,
            @Nullable Role role) {}

    /** A person's role as letter block and word. */
    public record Role(String letter, String word) {}

    /** A link's row. The period is text in the reader's language; "unknown" if no date is known. */
    public record Link(
            String from,
            String label,
            String to,
            String period,
            Knowledge knowledge,
            String address,
            List<Source> sources) {
        public Link {
            sources = List.copyOf(sources);
        }
    }

    /** A source chip: exhibit and page, or register and date. */
    public record Source(String label, String address) {}

    /** How a link is known. */
    public enum Knowledge {
        FACT,
        ASSESSMENT,
        CONFLICT;

        /** The end of its key in the bundle. */
        public String key() {
            return switch (this) {
                case FACT -> "fact";
                case ASSESSMENT -> "assessment";
                case CONFLICT -> "conflict";
            };
        }
    }
}
