package org.plumbline.documents.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.OcrChoice;
import org.plumbline.documents.OcrLanguages;
import org.plumbline.kernel.CaseId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same as data. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/ocr-languages")
class OcrLanguagesApi {
    private final OcrLanguages languages;

    OcrLanguagesApi(OcrLanguages languages) {
        this.languages = languages;
    }

    /** @param languages as tesseract names them; none for those of the installation */
    record Chosen(@Nullable List<String> languages) {}

    /**
     * What holds.
     *
     * @param chosen for this case; none where those of the installation hold
     * @param now in which scans are read
     * @param installed which may be chosen
     * @param others ingestions with scans that were read in other languages
     */
    record Now(List<String> chosen, List<String> now, List<String> installed, List<Other> others) {}

    /** @param files how many files of the ingestion */
    record Other(UUID ingestion, long files) {}

    @GetMapping
    Now read(@PathVariable UUID caseId) {
        OcrLanguages.Standing standing = languages.read(new CaseId(caseId));
        return new Now(
                standing.choice().map(OcrChoice::languages).orElse(List.of()),
                standing.now(),
                standing.installed(),
                standing.others().stream()
                        .map(each -> new Other(each.ingestion(), each.files()))
                        .toList());
    }

    @PostMapping
    Now choose(@PathVariable UUID caseId, @RequestBody Chosen chosen) {
        List<String> stated = chosen.languages();
        languages.choose(new CaseId(caseId), stated == null ? List.of() : stated);
        return read(caseId);
    }
}
