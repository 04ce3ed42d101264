package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refusal;
import org.plumbline.search.Finding;
import org.plumbline.search.Search;
import org.plumbline.search.index.Places;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over the API: the same decisions and the same record as the pages. */
@RestController
class SearchApi {
    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /**
     * Parameters besides these: {@code kind, type, language, source, date} (each several times), {@code order, after}.
     */
    @GetMapping("/api/v1/search")
    FoundJson everywhere(@RequestParam(defaultValue = "20") int limit, HttpServletRequest request) {
        return find(Optional.empty(), limit, request);
    }

    @GetMapping("/api/v1/cases/{caseId}/search")
    FoundJson inCase(
            @PathVariable UUID caseId, @RequestParam(defaultValue = "20") int limit, HttpServletRequest request) {
        return find(Optional.of(new CaseId(caseId)), limit, request);
    }

    @GetMapping("/api/v1/search/suggestions")
    Map<String, List<String>> suggest(
            @RequestParam String beginning,
            @RequestParam("case") Optional<UUID> caseId,
            @RequestParam(defaultValue = "10") int limit) {
        var input = new Input();
        checkLimit(input, limit, 50);
        input.check();
        return Map.of("items", search.suggest(caseId.map(CaseId::new), beginning, limit));
    }

    @GetMapping("/api/v1/cases/{caseId}/documents/{id}/places")
    Places.Located places(@PathVariable UUID caseId, @PathVariable UUID id, @RequestParam String q) {
        return switch (search.places(new CaseId(caseId), id, q)) {
            case Places.Misread misread ->
                throw SearchWords.refusal(misread.problem()).asException();
            case Places.Located located -> located;
        };
    }

    private FoundJson find(Optional<CaseId> caseId, int limit, HttpServletRequest request) {
        var input = new Input();
        checkLimit(input, limit, 200);
        input.check();
        return switch (search.find(SearchAddress.of(request, "").asked(caseId, limit))) {
            case Finding.Found found -> FoundJson.of(found);
            case Finding.Misread misread ->
                throw SearchWords.refusal(misread.problem()).asException();
            case Finding.Loading loading ->
                throw Refusal.of(Refusal.Kind.UNAVAILABLE, "index-loading", Map.of())
                        .asException();
        };
    }

    private static void checkLimit(Input input, int limit, int most) {
        if (limit < 1 || limit > most) {
            input.refuse("limit", "search-limit-out-of-range", Map.of("value", "" + limit, "most", "" + most));
        }
    }
}
