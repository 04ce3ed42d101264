package org.plumbline.search.web;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.Asked;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Order;
import org.plumbline.search.saved.SavedSearch;
import org.plumbline.search.saved.SavedSearches;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The searches that a case keeps, as data. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/saved-searches")
class SavedSearchApi {
    private static final int SIZE = 20;

    private final SavedSearches saved;

    SavedSearchApi(SavedSearches saved) {
        this.saved = saved;
    }

    /**
     * A search to keep.
     *
     * @param q the query, in the query language
     * @param order a word as in the address of a search; absent for best first
     */
    record New(
            @Nullable String name,
            @Nullable String q,

            @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> kind,

            @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> type,

            @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> language,

            @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> source,

            @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> date,

            @Nullable String order) {

        Asked asked(CaseId caseId) {
            Map<FacetName, Set<String>> selected = new EnumMap<>(FacetName.class);
            put(selected, FacetName.KIND, kind);
            put(selected, FacetName.TYPE, type);
            put(selected, FacetName.LANGUAGE, language);
            put(selected, FacetName.SOURCE, source);
            put(selected, FacetName.DATE, date);
            return new Asked(
                    q == null ? "" : q,
                    Optional.of(caseId),
                    selected,
                    Optional.ofNullable(order).flatMap(SearchAddress::ordering).orElse(Order.RELEVANCE),
                    Optional.empty(),
                    SIZE);
        }

        private static void put(Map<FacetName, Set<String>> selected, FacetName name, @Nullable List<String> values) {
            if (values != null && !values.isEmpty()) {
                selected.put(name, new TreeSet<>(values));
            }
        }
    }

    /**
     * A kept search.
     *
     * @param href the search itself, as a page; the same parameters serve the API
     */
    record Item(
            UUID id,
            String name,
            String q,
            Map<String, Set<String>> narrowed,
            String order,
            String href,
            UUID savedBy,
            Instant savedAt) {
        static Item of(SavedSearch saved, CaseId caseId) {
            var narrowed = new TreeMap<String, Set<String>>();
            saved.asked().selected().forEach((name, values) -> narrowed.put(SearchAddress.parameter(name), values));
            return new Item(
                    saved.id(),
                    saved.name(),
                    saved.asked().query(),
                    narrowed,
                    SearchAddress.word(saved.asked().order()),
                    SearchAddress.of(saved.asked(), "/cases/" + caseId + "/search")
                            .href(),
                    saved.stamp().recordedBy().value(),
                    saved.stamp().recordedAt());
        }
    }

    @GetMapping
    Map<String, List<Item>> list(@PathVariable UUID caseId) {
        var id = new CaseId(caseId);
        return Map.of(
                "items", saved.list(id).stream().map(each -> Item.of(each, id)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item save(@PathVariable UUID caseId, @RequestBody New wanted) {
        var id = new CaseId(caseId);
        String name = wanted.name();
        return Item.of(saved.save(id, name == null ? "" : name, wanted.asked(id)), id);
    }

    @PostMapping("/{savedId}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID caseId, @PathVariable UUID savedId) {
        saved.remove(new CaseId(caseId), savedId);
    }
}
