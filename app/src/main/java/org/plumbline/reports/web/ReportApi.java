package org.plumbline.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.web.Originals;
import org.plumbline.jobs.JobId;
import org.plumbline.kernel.CaseId;
import org.plumbline.reports.Report;
import org.plumbline.reports.ReportDrafts;
import org.plumbline.reports.ReportIssues;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over the API: the same doors and decisions as the pages. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/reports")
class ReportApi {
    private static final int MOST = 500;

    private final ReportDrafts drafts;
    private final ReportIssues issues;

    ReportApi(ReportDrafts drafts, ReportIssues issues) {
        this.drafts = drafts;
        this.issues = issues;
    }

    /** Some reports, and the cursor of the rest; no cursor on the last page. */
    record Several(List<ReportJson> items, Optional<UUID> next) {}

    /** What a report starts from. */
    record Start(@Nullable String template, @Nullable String title) {}

    /** A run that makes files. */
    record Asked(UUID job) {}

    /** Runs and files of a report. */
    record Files(List<IssuedJson.Run> runs, List<IssuedJson> items) {}

    @GetMapping
    Several list(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Report> found = drafts.list(new CaseId(caseId), before, size + 1);
        List<Report> shown = found.subList(0, Math.min(size, found.size()));
        return new Several(
                shown.stream().map(ReportJson::of).toList(),
                found.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    @PostMapping
    ResponseEntity<ReportJson> create(@PathVariable UUID caseId, @RequestBody Start start) {
        Report made = drafts.create(new CaseId(caseId), text(start.template()), text(start.title()));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/reports/" + made.id()))
                .eTag(tag(made))
                .body(ReportJson.of(made));
    }

    @GetMapping("/{reportId}")
    ResponseEntity<ReportJson> read(@PathVariable UUID caseId, @PathVariable UUID reportId) {
        return one(drafts.read(new CaseId(caseId), reportId));
    }

    @PutMapping("/{reportId}")
    ResponseEntity<ReportJson> change(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody ReportJson.Wish wish) {
        return one(drafts.change(new CaseId(caseId), reportId, SeenVersion.of(seen), wish.change()));
    }

    @PostMapping("/{reportId}/issue")
    ResponseEntity<Asked> issue(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        JobId job = issues.ask(new CaseId(caseId), reportId, SeenVersion.of(seen));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/api/v1/cases/" + caseId + "/reports/" + reportId + "/files")
                .body(new Asked(job.value()));
    }

    @GetMapping("/{reportId}/files")
    Files files(@PathVariable UUID caseId, @PathVariable UUID reportId) {
        var id = new CaseId(caseId);
        return new Files(
                issues.runs(id, reportId).stream().map(IssuedJson.Run::of).toList(),
                issues.files(id, reportId).stream().map(IssuedJson::of).toList());
    }

    @GetMapping("/{reportId}/files/{fileId}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID caseId,
            @PathVariable UUID reportId,
            @PathVariable UUID fileId,
            HttpServletResponse response) {
        return Originals.save(issues.open(new CaseId(caseId), reportId, fileId), response);
    }

    private static ResponseEntity<ReportJson> one(Report report) {
        return ResponseEntity.ok().eTag(tag(report)).body(ReportJson.of(report));
    }

    private static String tag(Report report) {
        return "\"" + report.stamp().version() + "\"";
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
