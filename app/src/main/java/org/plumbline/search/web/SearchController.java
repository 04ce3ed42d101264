package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.Search;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of search: over everything the person may see, and in one case. */
@Controller
class SearchController {
    private static final int SIZE = 20;

    private final Search search;
    private final SearchPages pages;
    private final CaseHeaders headers;
    private final FrameFactory frames;

    SearchController(Search search, SearchPages pages, CaseHeaders headers, FrameFactory frames) {
        this.search = search;
        this.pages = pages;
        this.headers = headers;
        this.frames = frames;
    }

    @GetMapping("/search")
    ModelAndView everywhere(HttpServletRequest request) {
        return page(request, SearchAddress.of(request, "/search"), Optional.empty(), Optional.empty());
    }

    @GetMapping("/cases/{caseId}/search")
    ModelAndView inCase(@PathVariable UUID caseId, HttpServletRequest request) {
        var id = new CaseId(caseId);
        var address = SearchAddress.of(request, "/cases/" + id + "/search");
        return page(request, address, Optional.of(id), Optional.of(headers.of(id, "search")));
    }

    private ModelAndView page(
            HttpServletRequest request, SearchAddress address, Optional<CaseId> caseId, Optional<CaseHeader> header) {
        Texts texts = frames.texts(request);
        SearchPage page = address.asks()
                ? pages.of(address, header, search.find(address.asked(caseId, SIZE)), texts)
                : pages.start(address, header, texts);
        String template = header.isPresent() ? "search/in-case" : "search/everywhere";
        return new ModelAndView(template, Map.of("page", page), HttpStatusCode.valueOf(page.status()));
    }
}
