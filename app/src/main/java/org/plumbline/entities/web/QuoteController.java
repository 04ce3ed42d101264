package org.plumbline.entities.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.documents.Documents;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityRecord;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
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
    private final Resubmission resubmission;

    QuoteController(
            Documents documents,
            Entities entities,
            EntityForms forms,
            CaseHeaders headers,
            FrameFactory frames,
            Resubmission resubmission) {
        this.documents = documents;
        this.entities = entities;
        this.forms = forms;
        this.headers = headers;
        this.frames = frames;
        this.resubmission = resubmission;
    }

    /**
     * @param at where the stretch begins in the text, in UTF-16 units
     * @param length how long it is
     * @param end where it ends, instead of a length, as a choice of sentences sends it
     */
    @GetMapping("/cases/{caseId}/documents/{documentId}/statement")
    ModelAndView quote(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(defaultValue = "0") int length,
            @RequestParam Optional<Integer> end,
            @RequestParam Optional<UUID> entity,
            HttpServletRequest request) {
        CaseHeader header = headers.of(new CaseId(caseId), EntitiesController.TAB);
        Documents.Reading read = documents.read(header.id(), documentId);
        String text = read.text().body();
        int upTo = end.orElse(at > text.length() - length ? -1 : at + length);
        if (at < 0 || length < 0 || upTo < 0 || at > text.length() || upTo > text.length()) {
            throw Refusal.absent().asException();
        }
        Texts texts = frames.texts(request);
        try {
            String quote = text.substring(at, checked(at, upTo, end.isPresent()));
            if (entity.isEmpty()) {
                return choice(header, read, at, quote, Form.empty(), texts);
            }
            EntityRecord about =
                    entities.read(header.id(), entity.get(), Optional.empty()).entity();
            var form = forms.quoting(header.id(), read.document(), at, quote);
            return new ModelAndView("entities/add", Map.of("page", forms.add(header, about, form, texts)));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> choice(header, read, at, "", form, texts));
        }
    }

    /** The place where the stretch ends, once it is one that can be quoted. */
    private static int checked(int at, int end, boolean chosen) {
        if (chosen && end <= at) {
            throw Refusal.invalid(List.of(new Refusal.Field("end", "passage-ends-before", Map.of())))
                    .asException();
        }
        if (end - at > LONGEST) {
            var found = Map.of("found", Integer.toString(end - at), "most", Integer.toString(LONGEST));
            throw Refusal.invalid(List.of(new Refusal.Field("end", "passage-too-long", found)))
                    .asException();
        }
        return end;
    }

    private ModelAndView choice(
            CaseHeader header, Documents.Reading read, int at, String quote, Form form, Texts texts) {
        String text = read.text().body();
        var page = new QuotePage(
                header,
                read.document(),
                at,
                quote,
                forms.subjects(header.id(), texts),
                Passages.of(text, at),
                text.length(),
                form);
        return new ModelAndView("entities/quote", Map.of("page", page));
    }
}
