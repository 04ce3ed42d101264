package org.plumbline.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.plumbline.custody.web.Originals;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.reports.ReportIssues;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Issuing a report, how far it is, and its files. */
@Controller
@RequestMapping("/cases/{caseId}/reports/{reportId}")
class IssueController {
    private final ReportIssues issues;
    private final DraftPages pages;
    private final Again again;

    IssueController(ReportIssues issues, DraftPages pages, Again again) {
        this.issues = issues;
        this.pages = pages;
        this.again = again;
    }

    @PostMapping("/issue")
    ModelAndView issue(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @RequestParam int version,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            issues.ask(id, reportId, version);
            return new ModelAndView("redirect:/cases/" + id + "/reports/" + reportId + "#files");
        } catch (Refused refused) {
            return again.of(refused, request, form -> {
                DraftPage now = pages.asItIs(id, reportId);
                return new ModelAndView("reports/draft", Map.of("page", now.refused(form.errors())));
            });
        }
    }

    /** The files alone, asked for again while a run is under way; as a page it is the draft's. */
    @GetMapping("/files")
    ModelAndView files(@PathVariable UUID caseId, @PathVariable UUID reportId, HttpServletRequest request) {
        boolean part = "true".equals(request.getHeader("HX-Request"));
        return new ModelAndView(
                part ? "reports/part/files" : "reports/draft",
                Map.of("page", pages.asItIs(new CaseId(caseId), reportId)));
    }

    @GetMapping("/files/{fileId}")
    ResponseEntity<Resource> file(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @PathVariable UUID fileId,
            HttpServletResponse response) {
        return Originals.save(issues.open(new CaseId(caseId), reportId, fileId), response);
    }
}
