package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.kernel.CaseId;
import org.springframework.http.ResponseEntity;
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

    @GetMapping("/cases/{caseId}/trail/{id}")
    ModelAndView entry(@PathVariable UUID caseId, @PathVariable("id") UUID entryId) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, "trail");
        TrailLine line = lines.named(List.of(trail.entry(id, entryId))).getFirst();
        String proof = header.href() + "/trail/" + entryId + "/proof";
        var sealed = new SealPart(trail.seal(id, entryId), trail.policy(id), proof);
        return new ModelAndView("cases/trail-entry", Map.of("page", new CaseTrailEntryPage(header, line, sealed)));
    }

    /** The proof that the entry is in the log, for anyone to check offline. */
    @GetMapping("/cases/{caseId}/trail/{id}/proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID caseId, @PathVariable("id") UUID entryId) {
        return TrailFiles.proof(entryId, trail.proof(new CaseId(caseId), entryId));
    }

    /** All of it with its proofs. */
    @GetMapping("/cases/{caseId}/trail/export")
    ResponseEntity<byte[]> export(@PathVariable UUID caseId) {
        return TrailFiles.export(trail.export(new CaseId(caseId)));
    }
}
