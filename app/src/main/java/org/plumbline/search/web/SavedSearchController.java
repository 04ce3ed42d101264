package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.search.saved.SavedSearch;
import org.plumbline.search.saved.SavedSearches;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the searches that a case keeps. */
@Controller
@RequestMapping("/cases/{caseId}/saved-searches")
class SavedSearchController {
    private static final int SIZE = 20;

    private final SavedSearches saved;
    private final Members members;
    private final CaseHeaders headers;
    private final FrameFactory frames;
    private final Resubmission resubmission;

    SavedSearchController(
            SavedSearches saved, Members members, CaseHeaders headers, FrameFactory frames, Resubmission resubmission) {
        this.saved = saved;
        this.members = members;
        this.headers = headers;
        this.frames = frames;
        this.resubmission = resubmission;
    }

    /** The list, with the search that the address carries ready to be kept. */
    @GetMapping
    ModelAndView show(@PathVariable UUID caseId, HttpServletRequest request) {
        SearchAddress address = SearchAddress.of(request, "");
        return page(new CaseId(caseId), request, Form.of(Map.of("q", address.text())));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID caseId, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            saved.save(id, name, SearchAddress.of(request, "").first(id, SIZE));
            return new ModelAndView("redirect:/cases/" + id + "/saved-searches");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, request, form));
        }
    }

    @PostMapping("/{savedId}/remove")
    ModelAndView remove(@PathVariable UUID caseId, @PathVariable UUID savedId) {
        saved.remove(new CaseId(caseId), savedId);
        return new ModelAndView("redirect:/cases/" + caseId + "/saved-searches");
    }

    private ModelAndView page(CaseId id, HttpServletRequest request, Form form) {
        CaseHeader header = headers.of(id, "search");
        List<SavedSearch> all = saved.list(id);
        Map<MemberId, String> names = members.names(
                all.stream().map(each -> each.stamp().recordedBy()).toList());
        Texts texts = frames.texts(request);
        SearchAddress address = SearchAddress.of(request, header.href() + "/saved-searches");
        return new ModelAndView(
                "search/saved",
                Map.of(
                        "page",
                        new SavedSearchPage(
                                header,
                                all.stream()
                                        .map(each -> line(each, header, names, texts))
                                        .toList(),
                                form,
                                address.hidden().stream()
                                        .map(h -> new SearchPage.Hidden(h.name(), h.value()))
                                        .toList(),
                                SearchPages.tokens(address, texts))));
    }

    private static SavedSearchPage.Line line(
            SavedSearch saved, CaseHeader header, Map<MemberId, String> names, Texts texts) {
        SearchAddress address = SearchAddress.of(saved.asked(), header.href() + "/search");
        return new SavedSearchPage.Line(
                saved.id().toString(),
                saved.name(),
                address.href(),
                saved.asked().query(),
                SearchPages.tokens(address, texts).stream()
                        .map(token -> token.facet() + " " + token.label())
                        .toList(),
                Optional.ofNullable(names.get(saved.stamp().recordedBy())).orElse(""),
                saved.stamp().recordedAt());
    }
}
