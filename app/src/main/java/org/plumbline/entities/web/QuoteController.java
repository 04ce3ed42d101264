package org.plumbline.entities.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.Documents;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityRecord;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The way from a stretch of a document's text to the form for a statement. The address holds the place alone; what
 * stands there is read from the document, so no address holds a name or a number. Without a length it is the document
 * as a whole.
 */
@Controller
class QuoteController {
    private static final int LONGEST = 2000;

    private final Documents documents;
    private final Entities entities;
    private final EntityForms forms;
    private final CaseHeaders headers;
    private final FrameFactory frames;

    QuoteController(
            Documents documents, Entities entities, EntityForms forms, CaseHeaders headers, FrameFactory frames) {
        this.documents = documents;
        this.entities = entities;
        this.forms = forms;
        this.headers = headers;
        this.frames = frames;
    }

    @GetMapping("/cases/{caseId}/documents/{documentId}/statement")
    ModelAndView quote(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(defaultValue = "0") int length,
            @RequestParam Optional<UUID> entity,
            HttpServletRequest request) {
        CaseHeader header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        Documents.Reading read = documents.read(header.id(), documentId);
        String text = read.text().body();
        if (at < 0 || length < 0 || length > LONGEST || at > text.length() - length) {
            throw Refusal.absent().asException();
        }
        String quote = text.substring(at, at + length);
        Texts texts = frames.texts(request);
        if (entity.isEmpty()) {
            var page = new QuotePage(header, read.document(), at, quote, forms.subjects(header.id(), texts));
            return new ModelAndView("entities/quote", Map.of("page", page));
        }
        EntityRecord about =
                entities.read(header.id(), entity.get(), Optional.empty()).entity();
        var form = forms.quoting(header.id(), read.document(), at, quote);
        return new ModelAndView("entities/add", Map.of("page", forms.add(header, about, form, texts)));
    }
}
