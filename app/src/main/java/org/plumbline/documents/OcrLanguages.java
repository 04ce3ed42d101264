package org.plumbline.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.access.Stamps;
import org.plumbline.documents.extract.ReadingTools;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** In which languages the scans of a case are read: those of the installation, until somebody chooses others for it. */
@Service
@Application
public class OcrLanguages {
    private static final Action READ = new Action("documents.read-ocr-languages", Right.READ);
    private static final Action CHOOSE = new Action("documents.choose-ocr-languages", Right.WRITE);

    /** Each language more makes a page without a known language slower by its own weight. */
    private static final int MOST = 8;

    /** Not languages: orientation of a page, and formulas. */
    private static final Set<String> NO_LANGUAGE = Set.of("osd", "equ");

    private final Acts acts;
    private final Stamps stamps;
    private final OcrTable table;
    private final ItemTable items;
    private final ExtractorPool pool;
    private final Ids ids;

    OcrLanguages(Acts acts, Stamps stamps, OcrTable table, ItemTable items, ExtractorPool pool, Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.table = table;
        this.items = items;
        this.pool = pool;
        this.ids = ids;
    }

    /**
     * What holds in a case.
     *
     * @param choice the newest; absent where nobody chose
     * @param now the languages that scans are read in now, the first of them first
     * @param installed what may be chosen
     * @param others ingestions with scans that were read in other languages, newest first
     */
    public record Standing(
            Optional<OcrChoice> choice, List<String> now, List<String> installed, List<OtherLanguages> others) {
        public Standing {
            now = List.copyOf(now);
            installed = List.copyOf(installed);
            others = List.copyOf(others);
        }
    }

    /** How many files of an ingestion hold scans that were read in other languages than hold now. */
    public record OtherLanguages(java.util.UUID ingestion, String title, long files) {}

    /** In which languages scans of a case are read, and in which they could be. */
    public Standing read(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Optional<OcrChoice> choice = table.newest(caseId);
            List<String> now = now(choice, pool.settings().ocrLanguages());
            return Noted.of(new Standing(choice, now, installed(), items.otherLanguages(caseId, now, standard())));
        });
    }

    /** Has scans of a case be read in these languages from now on; none for those of the installation. */
    public OcrChoice choose(CaseId caseId, List<String> languages) {
        return acts.perform(CHOOSE, Scope.of(caseId), () -> {
            List<String> chosen = checked(languages);
            var choice = new OcrChoice(ids.next(), stamps.inCase(caseId), chosen);
            table.insert(choice);
            return Noted.of(choice).with("languages", chosen.isEmpty() ? "installation" : String.join(" ", chosen));
        });
    }

    /** In which languages scans of a case are read now. */
    static List<String> now(Optional<OcrChoice> choice, List<String> standard) {
        return choice.map(OcrChoice::languages)
                .filter(languages -> !languages.isEmpty())
                .orElse(standard);
    }

    private List<String> standard() {
        return pool.settings().ocrLanguages();
    }

    /** In the order of the installation's own, then by name. */
    private List<String> installed() {
        List<String> there = ReadingTools.ocrLanguages(pool.settings()).stream()
                .filter(language -> !NO_LANGUAGE.contains(language) && language.matches("[A-Za-z_]{2,20}"))
                .sorted()
                .toList();
        return Stream.concat(standard().stream().filter(there::contains), there.stream())
                .distinct()
                .toList();
    }

    private List<String> checked(List<String> languages) {
        List<String> installed = installed();
        var input = new Input();
        List<String> absent = languages.stream()
                .filter(language -> !installed.contains(language))
                .distinct()
                .toList();
        if (!absent.isEmpty()) {
            input.refuse(
                    "languages",
                    "ocr-language-not-there",
                    Map.of("value", Plain.text(absent.getFirst(), 40), "installed", String.join(", ", installed)));
        } else if (languages.size() > MOST) {
            input.refuse(
                    "languages", "ocr-languages-too-many", Map.of("count", "" + languages.size(), "most", "" + MOST));
        }
        input.check();
        return installed.stream().filter(languages::contains).toList();
    }
}
