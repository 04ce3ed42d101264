package org.plumbline.documents.web;

import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.Readings;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of how files are read: pause, go on, read again, and with what each was read. */
@Controller
class ReadingsController {
    private final Readings readings;
    private final CaseHeaders headers;

    ReadingsController(Readings readings, CaseHeaders headers) {
        this.readings = readings;
        this.headers = headers;
    }

    @PostMapping("/cases/{caseId}/ingestions/{ingestion}/pause")
    String pause(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        readings.pause(new CaseId(caseId), ingestion);
        return ledger(caseId, ingestion);
    }

    @PostMapping("/cases/{caseId}/ingestions/{ingestion}/resume")
    String resume(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        readings.resume(new CaseId(caseId), ingestion);
        return ledger(caseId, ingestion);
    }

    @PostMapping("/cases/{caseId}/ingestions/{ingestion}/read-again")
    String again(
            @PathVariable UUID caseId, @PathVariable UUID ingestion, @RequestParam(defaultValue = "") String which) {
        readings.again(new CaseId(caseId), ingestion, which);
        return ledger(caseId, ingestion);
    }

    @GetMapping("/cases/{caseId}/documents/{documentId}/readings")
    ModelAndView history(@PathVariable UUID caseId, @PathVariable UUID documentId) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "documents");
        return new ModelAndView(
                "documents/readings", Map.of("page", new ReadingsPage(header, readings.history(id, documentId))));
    }

    /** The text that one reading gave. */
    @GetMapping("/cases/{caseId}/documents/{documentId}/readings/{reading}")
    ModelAndView text(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @PathVariable UUID reading,
            @RequestParam(defaultValue = "1") int part) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "documents");
        var text = readings.text(id, documentId, reading);
        var parts = new TextParts(text);
        int number = Math.clamp(part, 1, parts.count());
        var page = new EarlierTextPage(
                header,
                readings.history(id, documentId).document(),
                reading,
                number,
                parts.count(),
                parts.body(parts.part(number)));
        return new ModelAndView("documents/earlier", Map.of("page", page));
    }

    private static String ledger(UUID caseId, UUID ingestion) {
        return "redirect:/cases/" + caseId + "/ingestions/" + ingestion;
    }
}
