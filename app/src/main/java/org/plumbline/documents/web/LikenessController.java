package org.plumbline.documents.web;

import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.Likenesses;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** What is like a document: a part of its page, which comes by itself since texts are compared for it, and a page. */
@Controller
class LikenessController {
    private final Likenesses likenesses;
    private final CaseHeaders headers;

    LikenessController(Likenesses likenesses, CaseHeaders headers) {
        this.likenesses = likenesses;
        this.headers = headers;
    }

    @GetMapping("/cases/{caseId}/documents/{documentId}/likeness")
    ModelAndView likeness(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
        var id = new CaseId(caseId);
        var page = new LikenessPage(headers.of(id, "documents"), documentId, likenesses.of(id, documentId));
        return new ModelAndView(
                part.equals("true") ? "documents/part/like" : "documents/likeness", Map.of("page", page));
    }
}
