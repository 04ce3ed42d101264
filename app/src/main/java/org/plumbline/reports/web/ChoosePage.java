package org.plumbline.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.reports.Pick;
import org.plumbline.reports.Quote;
import org.plumbline.reports.Report;
import org.plumbline.site.Form;

/**
 * Statements to choose from, by entity.
 *
 * @param words what the entities are narrowed to
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record ChoosePage(
        CaseHeader header, Report report, List<Quote> quotes, String words, String first, String next, Form form) {
    public ChoosePage {
        quotes = List.copyOf(quotes);
    }

    /** The statements of one entity. */
    public record OfEntity(Quote any, List<Quote> quotes) {}

    public String href() {
        return header.href() + "/reports/" + report.id();
    }

    public List<OfEntity> entities() {
        var groups = new ArrayList<OfEntity>();
        for (Quote quote : quotes) {
            if (groups.isEmpty() || !groups.getLast().any().about().equals(quote.about())) {
                groups.add(new OfEntity(quote, new ArrayList<>()));
            }
            groups.getLast().quotes().add(quote);
        }
        return groups;
    }

    public boolean chosen(Quote quote) {
        return ids().contains(quote.id());
    }

    private Set<UUID> ids() {
        return report.picks().stream().map(Pick::statement).collect(java.util.stream.Collectors.toSet());
    }
}
