package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.Search;
import org.plumbline.search.index.Places;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Where a query matches in a document: as data, and as the bar that the document's page loads beside its text. */
@Controller
class PlacesController {
    private final Search search;
    private final FrameFactory frames;

    PlacesController(Search search, FrameFactory frames) {
        this.search = search;
        this.frames = frames;
    }

    /**
     * A stretch of the text, in UTF-16 characters.
     *
     * @param page from 1; absent without pages
     */
    record Place(int start, int end, OptionalInt page) {}

    /**
     * @param more whether there are further ones than these
     * @param fault what is wrong with the query; empty when it can be read
     */
    record Marked(List<Place> places, boolean more, String fault) {
        Marked {
            places = List.copyOf(places);
        }

        /** The offsets as a script reads them: start-end, set apart by spaces. */
        public String offsets() {
            return places.stream()
                    .map(p -> p.start() + "-" + p.end())
                    .collect(java.util.stream.Collectors.joining(" "));
        }
    }

    @GetMapping("/cases/{caseId}/documents/{id}/places")
    @ResponseBody
    Marked places(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response) {
        Marked marked = marked(caseId, id, q, frames.texts(request));
        response.setStatus(marked.fault().isEmpty() ? 200 : 422);
        return marked;
    }

    @GetMapping("/cases/{caseId}/documents/{id}/hits")
    ModelAndView bar(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request) {
        Marked marked = marked(caseId, id, q, frames.texts(request));
        return new ModelAndView(
                "search/hits",
                Map.of(
                        "page",
                        new HitsBar(q, marked.places().size(), marked.more(), marked.offsets(), marked.fault())));
    }

    private Marked marked(UUID caseId, UUID id, String query, Texts texts) {
        if (query.isBlank()) {
            return new Marked(List.of(), false, "");
        }
        return switch (search.places(new CaseId(caseId), id, query)) {
            case Places.Misread misread -> new Marked(List.of(), false, SearchWords.sentence(misread.problem(), texts));
            case Places.Located located ->
                new Marked(
                        located.places().stream()
                                .map(p -> new Place(p.start(), p.end(), p.page()))
                                .toList(),
                        located.more(),
                        "");
        };
    }
}
