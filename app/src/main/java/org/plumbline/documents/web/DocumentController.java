package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.custody.web.Originals;
import org.plumbline.documents.Document;
import org.plumbline.documents.Documents;
import org.plumbline.documents.Ingestions;
import org.plumbline.documents.Likenesses;
import org.plumbline.documents.Mails;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.Form;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of documents. */
@Controller
class DocumentController {
    private static final int PAGE = 50;
    private static final int INGESTIONS = 10;

    private final Documents documents;
    private final Ingestions ingestions;
    private final Mails mails;
    private final Likenesses likenesses;
    private final CaseHeaders headers;

    DocumentController(
            Documents documents, Ingestions ingestions, Mails mails, Likenesses likenesses, CaseHeaders headers) {
        this.documents = documents;
        this.ingestions = ingestions;
        this.mails = mails;
        this.likenesses = likenesses;
        this.headers = headers;
    }

    /**
     * @param order {@code family} for the files by family; otherwise the documents, newest first
     * @param before the cursor of documents
     * @param after the cursor of files by family
     */
    @GetMapping("/cases/{caseId}/documents")
    ModelAndView list(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String order,
            @RequestParam Optional<UUID> before,
            @RequestParam Optional<UUID> after) {
        var id = new CaseId(caseId);
        var page = order.equals("family") ? families(id, after) : page(id, before, Form.empty());
        return new ModelAndView("documents/documents", Map.of("page", page));
    }

    private DocumentsPage families(CaseId id, Optional<UUID> after) {
        var header = headers.of(id, "documents");
        List<Documents.FamilyMember> found = documents.families(id, after, PAGE + 1);
        List<Documents.FamilyMember> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = header.href() + "/documents?order=family";
        return new DocumentsPage(
                header,
                List.of(),
                Set.of(),
                shown,
                true,
                documents.count(id),
                ingestions.list(id, Optional.empty(), INGESTIONS),
                Form.empty(),
                after.isPresent() ? here : "",
                found.size() > PAGE ? here + "&after=" + shown.getLast().item().id() : "");
    }

    /** The page with the form as it was sent. */
    DocumentsPage page(CaseId id, Optional<UUID> before, Form form) {
        var header = headers.of(id, "documents");
        List<Document> found = documents.list(id, before, PAGE + 1);
        List<Document> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = header.href() + "/documents";
        return new DocumentsPage(
                header,
                shown,
                likenesses.repeated(id, shown.stream().map(Document::id).toList()),
                List.of(),
                false,
                documents.count(id),
                ingestions.list(id, Optional.empty(), INGESTIONS),
                form,
                before.isPresent() ? here : "",
                found.size() > PAGE ? here + "?before=" + shown.getLast().id() : "");
    }

    /**
     * @param page number of a page, sheet or slide
     * @param part number of a part of the text
     * @param at a place in the text
     * @param drawn {@code browser} where the browser is to draw the original itself
     */
    @GetMapping({"/cases/{caseId}/documents/{documentId}", "/cases/{caseId}/documents/{documentId}/preview"})
    ModelAndView one(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam Optional<Integer> page,
            @RequestParam Optional<Integer> part,
            @RequestParam Optional<Integer> at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String drawn,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "documents");
        Documents.Reading reading = documents.read(id, documentId);
        var parts = new TextParts(reading.text());
        int number = Math.clamp(
                part.or(() -> at.map(parts::ofOffset))
                        .or(() -> page.map(parts::ofSection))
                        .orElse(1),
                1,
                parts.count());
        TextParts.Part shown = parts.part(number);
        var section = shown.section() < 0
                ? Optional.<org.plumbline.documents.extract.Section>empty()
                : Optional.of(reading.text().sections().get(shown.section()));
        // The part of a page that the results of a search show beside them.
        boolean preview = request.getRequestURI().endsWith("/preview");
        Optional<Mails.Standing> standing =
                preview || reading.document().facts().mail().isEmpty()
                        ? Optional.empty()
                        : mails.standing(id, documentId);
        var model = new DocumentPage(
                header,
                reading,
                number,
                parts.count(),
                section,
                parts.body(shown),
                shown.start(),
                q.strip(),
                drawn.equals("browser"),
                standing);
        return new ModelAndView(preview ? "documents/preview" : "documents/document", Map.of("page", model));
    }

    @GetMapping("/cases/{caseId}/documents/{documentId}/original")
    ResponseEntity<Resource> original(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "false") boolean save,
            HttpServletResponse response) {
        var id = new CaseId(caseId);
        return save
                ? Originals.save(documents.save(id, documentId), response)
                : Originals.show(documents.open(id, documentId), response);
    }
}
