package org.plumbline.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.reports.Report;
import org.plumbline.reports.ReportDrafts;
import org.plumbline.reports.StatementOffer;
import org.plumbline.reports.render.CitedSources;
import org.plumbline.reports.render.ReportDocument;
import org.plumbline.reports.render.Words;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages on which reports are drafted. */
@Controller
@RequestMapping("/cases/{caseId}/reports")
class ReportController {
    private static final String TAB = "reports";
    private static final int PAGE = 50;
    /** Entities on a page of statements: each has some ten of them. */
    private static final int ENTITIES = 15;

    private final CaseHeaders headers;
    private final ReportDrafts drafts;
    private final DraftPages pages;
    private final Members members;
    private final Words words;
    private final Again again;

    ReportController(
            CaseHeaders headers, ReportDrafts drafts, DraftPages pages, Members members, Words words, Again again) {
        this.headers = headers;
        this.drafts = drafts;
        this.pages = pages;
        this.members = members;
        this.words = words;
        this.again = again;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID caseId, @RequestParam Optional<UUID> before) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, TAB);
        List<Report> found = drafts.list(id, before, PAGE + 1);
        List<Report> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = header.href() + "/reports";
        var page = new ReportsPage(
                header,
                shown,
                members.names(shown.stream().map(r -> r.stamp().recordedBy()).toList()),
                before.isPresent() ? here : "",
                found.size() > PAGE ? here + "?before=" + shown.getLast().id() : "");
        return new ModelAndView("reports/list", Map.of("page", page));
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable UUID caseId) {
        return blank(new CaseId(caseId), Form.of(Map.of("template", "interim-report")));
    }

    @PostMapping
    ModelAndView create(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            return to(id, drafts.create(id, template, title).id());
        } catch (Refused refused) {
            return again.of(refused, request, form -> blank(id, form));
        }
    }

    @GetMapping("/{reportId}")
    ModelAndView draft(@PathVariable UUID caseId, @PathVariable UUID reportId) {
        return new ModelAndView("reports/draft", Map.of("page", pages.asItIs(new CaseId(caseId), reportId)));
    }

    @PostMapping("/{reportId}")
    ModelAndView change(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @RequestParam int version,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        Map<String, String[]> typed = request.getParameterMap();
        try {
            drafts.change(id, reportId, version, DraftForm.change(typed));
            return to(id, reportId);
        } catch (Refused refused) {
            return again.of(
                    refused,
                    request,
                    form -> new ModelAndView(
                            "reports/draft", Map.of("page", pages.asTyped(id, reportId, form, typed))));
        }
    }

    @GetMapping("/{reportId}/statements")
    ModelAndView choose(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<UUID> before) {
        return choose(new CaseId(caseId), reportId, q, before, Form.empty());
    }

    @PostMapping("/{reportId}/statements")
    ModelAndView add(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<UUID> before,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            drafts.add(id, reportId, version, DraftForm.added(request.getParameterMap()));
            return to(id, reportId);
        } catch (Refused refused) {
            return again.of(refused, request, form -> choose(id, reportId, q, before, form));
        }
    }

    @GetMapping("/{reportId}/preview")
    ModelAndView preview(@PathVariable UUID caseId, @PathVariable UUID reportId) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, TAB);
        Report report = drafts.read(id, reportId);
        ReportDocument document = drafts.preview(id, reportId);
        var page = new PreviewPage(header, report, document, CitedSources.of(document, words));
        return new ModelAndView("reports/preview", Map.of("page", page));
    }

    private ModelAndView blank(CaseId id, Form form) {
        return new ModelAndView("reports/new", Map.of("page", new NewReportPage(headers.of(id, TAB), form)));
    }

    private ModelAndView choose(CaseId id, UUID reportId, String words, Optional<UUID> before, Form form) {
        CaseHeader header = headers.of(id, TAB);
        Report report = drafts.read(id, reportId);
        StatementOffer offer = drafts.offer(id, words, before, ENTITIES);
        String here = header.href() + "/reports/" + reportId + "/statements";
        String narrowed = UriComponentsBuilder.fromPath(here)
                .queryParam("q", "{q}")
                .build(words)
                .toString();
        var page = new ChoosePage(
                header,
                report,
                offer.quotes(),
                words,
                before.isPresent() ? narrowed : "",
                offer.next().map(next -> narrowed + "&before=" + next).orElse(""),
                form);
        return new ModelAndView("reports/statements", Map.of("page", page));
    }

    private static ModelAndView to(CaseId id, UUID report) {
        return new ModelAndView("redirect:/cases/" + id + "/reports/" + report);
    }
}
