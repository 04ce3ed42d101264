package org.plumbline.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.ReadingTools;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** What files are read with now, in one line that is kept with each reading. */
@Component
class Tools {
    /** Raised whenever a reader of our own gives another answer for the same bytes. */
    private static final int READERS = 2;

    private final ExtractorPool pool;
    private final OcrTable choices;
    private @Nullable String known;

    Tools(ExtractorPool pool, OcrTable choices) {
        this.pool = pool;
        this.choices = choices;
    }

    /** Looked up once: another version needs another start. */
    synchronized String now() {
        String line = known;
        if (line == null) {
            line = line();
            known = line;
        }
        return line;
    }

    /** The languages that scans are read in where a case has no choice of its own. */
    List<String> languages() {
        return pool.settings().ocrLanguages();
    }

    /** The languages that scans of a case are read in. */
    List<String> languages(CaseId caseId) {
        return OcrLanguages.now(choices.newest(caseId), languages());
    }

    private String line() {
        List<String> languages = ReadingTools.ocrLanguages(pool.settings());
        List<String> read = pool.settings().ocrLanguages().stream()
                .filter(languages::contains)
                .toList();
        String ocr = read.isEmpty()
                ? "no OCR"
                : ReadingTools.ocrVersion(pool.settings()) + " (" + String.join(" ", read) + ")";
        String outside =
                pool.outside().stream().map(program -> ", " + program.named()).collect(Collectors.joining());
        return Plain.text(
                "Plumbline readers " + READERS + ", Tika " + ReadingTools.tikaVersion() + ", " + ocr + outside, 500);
    }
}
