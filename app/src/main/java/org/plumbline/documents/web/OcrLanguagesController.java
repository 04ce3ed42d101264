package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.documents.OcrChoice;
import org.plumbline.documents.OcrLanguages;
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

/** The page of the languages that scans of a case are read in. */
@Controller
@RequestMapping("/cases/{caseId}/ocr-languages")
class OcrLanguagesController {
    private final OcrLanguages languages;
    private final CaseHeaders headers;
    private final Resubmission resubmission;

    OcrLanguagesController(OcrLanguages languages, CaseHeaders headers, Resubmission resubmission) {
        this.languages = languages;
        this.headers = headers;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID caseId) {
        var id = new CaseId(caseId);
        OcrLanguages.Standing standing = languages.read(id);
        List<String> chosen = standing.choice().map(OcrChoice::languages).orElse(List.of());
        return page(id, standing, new Form(Map.of("languages", chosen), List.of()));
    }

    @PostMapping
    ModelAndView choose(
            @PathVariable UUID caseId,
            @RequestParam(name = "languages", defaultValue = "") List<String> chosen,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            languages.choose(
                    id, chosen.stream().filter(language -> !language.isEmpty()).toList());
            return new ModelAndView("redirect:/cases/" + caseId + "/ocr-languages");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, languages.read(id), form));
        }
    }

    private ModelAndView page(CaseId id, OcrLanguages.Standing standing, Form form) {
        return new ModelAndView(
                "documents/ocr", Map.of("page", new OcrLanguagesPage(headers.of(id, "documents"), standing, form)));
    }
}
