package org.plumbline.documents.web;

import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.PageImages;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page of a document as a picture: a part of its page, which comes by itself since it is drawn for it, and a page.
 */
@Controller
class PageImageController {
    private final PageImages images;
    private final CaseHeaders headers;

    PageImageController(PageImages images, CaseHeaders headers) {
        this.images = images;
        this.headers = headers;
    }

    /** @param page from 1 */
    @GetMapping("/cases/{caseId}/documents/{documentId}/image")
    ModelAndView page(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
        var id = new CaseId(caseId);
        // First, so that this is what the entry of the trail is called by.
        var image = images.of(id, documentId, page);
        var model = new PageImagePage(headers.of(id, "documents"), image);
        return new ModelAndView(
                part.equals("true") ? "documents/part/image" : "documents/image", Map.of("page", model));
    }
}
