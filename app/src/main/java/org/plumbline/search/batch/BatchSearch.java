package org.plumbline.search.batch;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.search.Asked;
import org.plumbline.search.KnownNames;
import org.plumbline.search.Matches;
import org.springframework.stereotype.Service;

/**
 * Looks for each term of a list in one case, with what the acting person may see. The list is not kept: the trail says
 * by its digest which it was, and how long.
 */
@Service
@Application
public class BatchSearch {
    private static final Action SEARCH = new Action("search.batch", Right.READ);
    private static final Action EXPORT = new Action("search.export-batch", Right.EXPORT);

    private final Acts acts;
    private final KnownNames known;
    private final MarkedColumns marked;
    private final Matches matches;

    BatchSearch(Acts acts, KnownNames known, MarkedColumns marked, Matches matches) {
        this.acts = acts;
        this.known = known;
        this.marked = marked;
        this.matches = matches;
    }

    /**
     * Looks for every term, or for none.
     *
     * @throws org.plumbline.kernel.Refused for a list that the safeguards don't allow or that can't be read, naming the
     *     row; and with {@code index-loading}
     */
    public Batch search(CaseId caseId, Given given) {
        return acts.perform(SEARCH, Scope.of(caseId), () -> noted(found(caseId, given)));
    }

    /** The same, to be taken out as a file. */
    public Batch export(CaseId caseId, Given given) {
        return acts.perform(EXPORT, Scope.of(caseId), () -> noted(found(caseId, given)));
    }

    private Batch found(CaseId caseId, Given given) {
        var input = new Input();
        Optional<Terms> read = Terms.read(given, new Persons(known.of(caseId)), marked, input);
        input.check();
        Terms terms = read.orElseThrow();
        var lines = new ArrayList<Batch.Line>();
        for (Terms.Term term : terms.all()) {
            long count = matches.total(Asked.of(term.query(), Optional.of(caseId)))
                    .orElseThrow(Refusal.of(Refusal.Kind.UNAVAILABLE, "index-loading", Map.of())::asException);
            lines.add(new Batch.Line(term.row(), term.text(), term.query(), term.person(), count));
        }
        return new Batch(lines, terms.repeated(), terms.persons(), terms.charset(), terms.digest());
    }

    private static Noted<Batch> noted(Batch batch) {
        return Noted.of(batch)
                .with("digest", batch.digest())
                .with("terms", batch.lines().size())
                .with("persons", batch.persons())
                .with("found", batch.found());
    }
}
