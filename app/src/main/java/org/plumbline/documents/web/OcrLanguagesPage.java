package org.plumbline.documents.web;

import com.ibm.icu.util.ULocale;
import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.OcrLanguages;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * In which languages the scans of a case are read.
 *
 * @param form the choice, as it stands or as it was sent
 */
public record OcrLanguagesPage(CaseHeader header, OcrLanguages.Standing standing, Form form) {
    /** Each language by its name in the reader's, with the code that records and the program say. */
    public List<Option> options(Texts texts) {
        var reader = new ULocale(texts.language().tag());
        return standing.installed().stream()
                .map(code -> new Option(code, called(code, reader)))
                .toList();
    }

    private static String called(String code, ULocale reader) {
        String spoken = code.replaceAll("_.*", "");
        String name = new ULocale(spoken).getDisplayLanguage(reader);
        return name.isEmpty() || name.equalsIgnoreCase(spoken) ? code : name + " (" + code + ")";
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
