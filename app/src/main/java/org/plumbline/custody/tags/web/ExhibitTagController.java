package org.plumbline.custody.tags.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.tags.Tag;
import org.plumbline.custody.tags.Tagged;
import org.plumbline.custody.tags.Tags;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Sheets of tags of a case's exhibits. */
@Controller
@RequestMapping("/cases/{caseId}/exhibits/tags")
class ExhibitTagController {
    private final Tags tags;
    private final TagPictures pictures;
    private final CaseHeaders headers;
    private final Resubmission resubmission;

    ExhibitTagController(Tags tags, TagPictures pictures, CaseHeaders headers, Resubmission resubmission) {
        this.tags = tags;
        this.pictures = pictures;
        this.headers = headers;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView sheet(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String skip,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            TagInput input = TagInput.of(sheet, skip);
            return page(
                    id,
                    input,
                    tags.ofExhibits(id, from, to),
                    Form.of(Map.of(
                            "from", from, "to", to, "sheet", input.sheet().code(), "skip", skip)));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, TagInput.usual(), List.of(), form));
        }
    }

    @PostMapping
    ModelAndView make(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String skip,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            tags.makeForExhibits(id, from, to);
            return new ModelAndView("redirect:"
                    + UriComponentsBuilder.fromPath("/cases/" + caseId + "/exhibits/tags")
                            .queryParam("from", from.strip())
                            .queryParam("to", to.strip())
                            .queryParam("sheet", sheet)
                            .queryParam("skip", skip.strip())
                            .encode()
                            .toUriString());
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, TagInput.usual(), List.of(), form));
        }
    }

    private ModelAndView page(CaseId id, TagInput input, List<Tag<Tagged.OfExhibit>> chosen, Form form) {
        var header = headers.of(id, "exhibits");
        int missing = (int) chosen.stream().filter(tag -> tag.code().isEmpty()).count();
        var sheet = new TagSheet(
                header.href() + "/exhibits/tags",
                input.sheet(),
                input.skip(),
                pictures.exhibits(chosen, header.file().number()),
                missing,
                header.mayWrite(),
                form);
        return new ModelAndView("tags/exhibits", Map.of("page", new ExhibitTagsPage(header, sheet)));
    }
}
