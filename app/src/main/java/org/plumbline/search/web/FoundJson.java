package org.plumbline.search.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.Finding;
import org.plumbline.search.index.Facet;
import org.plumbline.search.index.Hit;

/**
 * What a search gives, for the API.
 *
 * @param corrected another spelling of the query that finds something, where hardly anything was found
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FoundJson(
        long total, List<Item> items, Optional<String> next, List<FacetItem> facets, Optional<String> corrected) {
    /**
     * A record found.
     *
     * @param page page of the first match, from 1
     * @param matched fields with a match
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Item(
            UUID id,
            String kind,
            Optional<UUID> caseId,
            String title,
            String href,
            OptionalInt page,
            Optional<LocalDate> date,
            String type,
            String language,
            String source,
            String name,
            List<String> matched,
            List<Snippet> snippets) {}

    /** A passage; marked runs matched. */
    record Snippet(String field, List<Hit.Run> runs, boolean cutBefore, boolean cutAfter) {}

    /**
     * Counts of one facet.
     *
     * @param others how many further values there are
     */
    record FacetItem(String name, List<Facet.Value> values, int others) {}

    static FoundJson of(Finding.Found found) {
        return new FoundJson(
                found.total(),
                found.results().stream().map(FoundJson::item).toList(),
                found.next(),
                found.facets().stream()
                        .map(f -> new FacetItem(SearchAddress.parameter(f.name()), f.values(), f.others()))
                        .toList(),
                found.corrected());
    }

    private static Item item(Finding.Result result) {
        Hit hit = result.hit();
        return new Item(
                hit.key(),
                hit.kind(),
                hit.caseId().map(CaseId::value),
                hit.plainTitle(),
                result.place().href(),
                hit.page(),
                hit.date(),
                hit.typeGroup(),
                hit.language(),
                hit.source(),
                hit.name(),
                hit.matched().stream().map(f -> f.word()).toList(),
                hit.snippets().stream()
                        .map(s -> new Snippet(
                                s.field().name().toLowerCase(Locale.ROOT), s.runs(), s.cutBefore(), s.cutAfter()))
                        .toList());
    }
}
