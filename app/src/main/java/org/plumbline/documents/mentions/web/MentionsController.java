package org.plumbline.documents.mentions.web;

import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.mentions.Mentions;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The suggested mentions of a document: a part of its page, and a page by themselves. */
@Controller
class MentionsController {
    private final Mentions mentions;
    private final CaseHeaders headers;

    MentionsController(Mentions mentions, CaseHeaders headers) {
        this.mentions = mentions;
        this.headers = headers;
    }

    @GetMapping("/cases/{caseId}/documents/{documentId}/mentions")
    ModelAndView mentions(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
        var id = new CaseId(caseId);
        var page = new MentionsPage(headers.of(id, "documents"), mentions.of(id, documentId));
        return new ModelAndView(part.equals("true") ? "mentions/panel" : "mentions/mentions", Map.of("page", page));
    }
}
