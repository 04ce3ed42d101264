package org.plumbline.cases.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The trail of a case, for those who may read it: who did what, when, for which purpose, with what outcome. */
@Controller
class CaseTrailController {
    private final CaseHeaders headers;
    private final Trail trail;
    private final TrailLines lines;

    CaseTrailController(CaseHeaders headers, Trail trail, TrailLines lines) {
        this.headers = headers;
        this.trail = trail;
        this.lines = lines;
    }

    @GetMapping("/cases/{caseId}/trail")
    ModelAndView trail(@PathVariable UUID caseId, @RequestParam Optional<UUID> before) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, "trail");
        var shown = Pages.of(trail.ofCase(id, before, Pages.SIZE + 1), Pages.SIZE, TrailEntry::id);
        String path = header.href() + "/trail";
        var page =
                new CaseTrailPage(header, lines.named(shown.items()), before.isPresent() ? path : "", shown.href(path));
        return new ModelAndView("cases/trail", Map.of("page", page));
    }
}
