package org.plumbline.search.saved;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.search.Asked;
import org.plumbline.search.index.QueryCheck;
import org.springframework.stereotype.Service;

/**
 * The searches that a case keeps under a name, for everybody who may read it. Keeping one finds nothing by itself:
 * whoever opens it searches, under what that person may see then, with the entry on the trail that any search has.
 */
@Service
@Application
public class SavedSearches {
    private static final Action LIST = new Action("search.list-saved", Right.READ);
    private static final Action SAVE = new Action("search.save", Right.WRITE);
    private static final Action REMOVE = new Action("search.remove-saved", Right.WRITE);

    /** Longest name, in characters. */
    private static final int NAME = 120;

    private static final int MOST = 200;
    private static final int MOST_VALUES = 250;
    private static final int LONGEST_VALUE = 300;

    private final Acts acts;
    private final Stamps stamps;
    private final SavedSearchTable table;
    private final Ids ids;

    SavedSearches(Acts acts, Stamps stamps, SavedSearchTable table, Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.table = table;
        this.ids = ids;
    }

    /** All of a case, by name. */
    public List<SavedSearch> list(CaseId caseId) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<SavedSearch> all = table.of(caseId);
            return Noted.of(all, all.stream().map(SavedSearch::ref).toList());
        });
    }

    /**
     * Keeps a search.
     *
     * @param name unlike that of every other kept search of the case, whatever its case of letters
     * @throws org.plumbline.kernel.Refused for a query that can't be read, or one that asks for nothing
     */
    public SavedSearch save(CaseId caseId, String name, Asked asked) {
        return acts.perform(SAVE, Scope.of(caseId), () -> {
            List<SavedSearch> known = table.of(caseId);
            var input = new Input();
            String called = input.text("name", name, NAME);
            if (known.stream().anyMatch(each -> each.name().equalsIgnoreCase(called))) {
                input.refuse("name", "saved-search-name-taken", Map.of("value", called));
            }
            if (known.size() >= MOST) {
                input.refuse("name", "saved-searches-too-many", Map.of("most", "" + MOST));
            }
            check(input, asked);
            input.check();
            var saved = new SavedSearch(ids.next(), stamps.inCase(caseId), called, asked);
            table.insert(saved);
            return Noted.of(saved, saved.ref()).with("query", asked.query());
        });
    }

    /** Takes one away; one that is away already stays so. */
    public void remove(CaseId caseId, UUID id) {
        acts.perform(REMOVE, Scope.of(caseId), () -> {
            SavedSearch saved = table.all(List.of(id)).stream()
                    .filter(each -> each.stamp().caseId().filter(caseId::equals).isPresent())
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            table.insertEnd(ids.next(), stamps.inCase(caseId), id);
            return Noted.of(saved, saved.ref());
        });
    }

    private static void check(Input input, Asked asked) {
        List<String> values =
                asked.selected().values().stream().flatMap(Set::stream).toList();
        input.optionalText("q", asked.query(), QueryCheck.LONGEST);
        QueryCheck.problem(asked.query()).ifPresent(problem -> input.refuse("q", problem.code(), problem.arguments()));
        if (asked.query().isBlank() && values.isEmpty()) {
            input.refuse("q", "saved-search-asks-nothing", Map.of());
        }
        if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            input.refuse(
                    "q",
                    "saved-search-narrowed-too-far",
                    Map.of("most", "" + MOST_VALUES, "longest", "" + LONGEST_VALUE));
        }
    }
}
