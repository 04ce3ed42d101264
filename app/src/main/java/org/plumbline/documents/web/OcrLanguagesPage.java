package org.plumbline.documents.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.OcrLanguages;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * In which languages the scans of a case are read.
 *
 * @param form the choice, as it stands or as it was sent
 */
public record OcrLanguagesPage(CaseHeader header, OcrLanguages.Standing standing, Form form) {
    public List<Option> options() {
        return standing.installed().stream()
                .map(language -> new Option(language, language))
                .toList();
    }

    public String now() {
        return String.join(", ", standing.now());
    }

    /** Whether the case has a choice of its own. */
    public boolean own() {
        return standing.choice().filter(choice -> !choice.languages().isEmpty()).isPresent();
    }

    public String href() {
        return header.href() + "/ocr-languages";
    }

    public String ledger(OcrLanguages.OtherLanguages other) {
        return header.href() + "/ingestions/" + other.ingestion();
    }
}
