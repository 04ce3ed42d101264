package org.plumbline.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.TablePart;
import org.plumbline.documents.extract.Wanted;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Tables of documents row by row, read anew in the processes that read files when somebody looks at them, so that each
 * cell stands where the file has it.
 */
@Service
@Application
public class ShownTables {
    private static final Action SHOW = new Action("documents.show-table", Right.READ);
    private static final Action SAVE = new Action("documents.save-table", Right.EXPORT);

    /** Of a table to be saved; a longer one is saved up to here, and says so. */
    private static final int MOST_SAVED = 100_000;

    private final Acts acts;
    private final Looks looks;

    ShownTables(Acts acts, Looks looks) {
        this.acts = acts;
        this.looks = looks;
    }

    /** Rows of a table of a document of a case the acting person may see; looking at them is on the trail. */
    public ShownTable of(CaseId caseId, UUID id, int number, long from, int rows) {
        return read(SHOW, caseId, id, number, from, rows);
    }

    /** The rows of a table to be saved, as many as are given out at once. */
    public ShownTable save(CaseId caseId, UUID id, int number) {
        return read(SAVE, caseId, id, number, 1, MOST_SAVED);
    }

    private ShownTable read(Action action, CaseId caseId, UUID id, int number, long from, int rows) {
        Looks.Opened opened = acts.consult(action, Scope.of(caseId), () -> {
            Looks.Opened found = looks.open(caseId, id);
            if (number < 1 || from < 1) {
                throw Refusal.absent().asException();
            }
            return Noted.of(found, found.document().ref()).with("table", number).with("from", from);
        });
        Document document = opened.document();
        return looks.at(
                opened.content(),
                document.item().name(),
                new Wanted.TableRows(number, from, rows),
                given -> shown(document, number, from, given),
                why -> new ShownTable(document, number, from, List.of(), List.of(), List.of(why)));
    }

    private static ShownTable shown(Document document, int number, long from, Extraction given) throws IOException {
        var rows = new ArrayList<List<String>>();
        TablePart part = TablePart.of(given, rows::add);
        List<Reason> why =
                part.outcome() instanceof Outcome.Encrypted ? List.of(Reason.lookLocked()) : Reason.of(part.outcome());
        if (number <= part.tables().size()) {
            return new ShownTable(document, number, from, part.tables(), rows, why);
        }
        List<Reason> none =
                why.isEmpty() ? List.of(Reason.noSuchTable(number, part.tables().size())) : why;
        return new ShownTable(document, number, from, part.tables(), List.of(), none);
    }
}
