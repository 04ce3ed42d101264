package org.plumbline.cases.web;

import java.util.Map;
import java.util.UUID;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A job of a case: how far it is, and doing it again when it failed. */
@Controller
class JobController {
    private final CaseHeaders headers;
    private final Jobs jobs;

    JobController(CaseHeaders headers, Jobs jobs) {
        this.headers = headers;
        this.jobs = jobs;
    }

    @GetMapping("/cases/{caseId}/jobs/{jobId}")
    ModelAndView read(@PathVariable UUID caseId, @PathVariable UUID jobId) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, "overview");
        return new ModelAndView("cases/job", Map.of("page", new JobPage(header, jobs.read(id, new JobId(jobId)))));
    }

    @PostMapping("/cases/{caseId}/jobs/{jobId}/retry")
    String retry(@PathVariable UUID caseId, @PathVariable UUID jobId) {
        jobs.retry(new CaseId(caseId), new JobId(jobId));
        return "redirect:/cases/" + caseId + "/jobs/" + jobId;
    }
}
