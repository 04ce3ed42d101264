package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.jobs.AllJobs;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.JobSeen;
import org.plumbline.jobs.JobState;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How background work stands, and beginning again what failed. */
@Controller
class JobsController {
    private static final String HERE = "/admin/jobs";
    private static final int SIZE = 50;

    private final AllJobs jobs;
    private final Resubmission resubmission;
    private final Clock clock;

    JobsController(AllJobs jobs, Resubmission resubmission, Clock clock) {
        this.jobs = jobs;
        this.resubmission = resubmission;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ModelAndView list(@RequestParam(defaultValue = "") String state, @RequestParam Optional<UUID> before) {
        return page(Form.of(Map.of("state", state)), before);
    }

    @PostMapping(HERE + "/{jobId}/again")
    ModelAndView again(@PathVariable UUID jobId, HttpServletRequest request) {
        try {
            jobs.beginAgain(new JobId(jobId));
            return new ModelAndView("redirect:" + HERE);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(form, Optional.empty()));
        }
    }

    /** A state by its code; all where there is none of it. */
    static Optional<JobState> state(String code) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    private ModelAndView page(Form form, Optional<UUID> before) {
        Optional<JobState> state = state(form.value("state"));
        List<JobSeen> read = jobs.list(state, before, SIZE + 1);
        List<JobSeen> shown = read.subList(0, Math.min(SIZE, read.size()));
        String narrowed = state.map(s -> HERE + "?state=" + s.code()).orElse(HERE + "?state=");
        var page = new JobsPage(
                shown,
                jobs.recurring(),
                form,
                before.isPresent() ? narrowed : "",
                read.size() > SIZE
                        ? narrowed + "&before=" + shown.getLast().id().value()
                        : "",
                clock.instant());
        return new ModelAndView("administration/jobs", Map.of("page", page));
    }
}
