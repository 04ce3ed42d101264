package org.plumbline.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.search.index.Answer;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Places;
import org.plumbline.search.index.SearchIndex;
import org.plumbline.search.index.SearchRequest;
import org.springframework.stereotype.Service;

/**
 * Finds records inside what the acting person may see at this moment. Each search is a consultation, with the query and
 * the records shown.
 */
@Service
@Application
public class Search {
    private static final Action FIND = new Action("search.find", Right.MEMBER);
    private static final Action FIND_IN_CASE = new Action("search.find-in-case", Right.READ);
    private static final Action SUGGEST = new Action("search.suggest", Right.MEMBER);
    private static final Action LOCATE = new Action("search.locate", Right.READ);

    /** With fewer results than this another spelling of the query is looked for. */
    private static final int FEW = 3;

    private final Acts acts;
    private final IndexKeeper keeper;
    private final Matches matches;

    Search(Acts acts, IndexKeeper keeper, Matches matches) {
        this.acts = acts;
        this.keeper = keeper;
        this.matches = matches;
    }

    /** Finds records, in one case or in all that the person may see. */
    public Finding find(Asked asked) {
        return acts.consult(asked.caseId().isPresent() ? FIND_IN_CASE : FIND, scope(asked.caseId()), () -> {
            Finding finding = keeper.serving()
                    .map(index -> finding(asked, index, request(asked)))
                    .orElseGet(Finding.Loading::new);
            return noted(asked, finding);
        });
    }

    /** Titles and names in which a word begins so, in alphabetical order; none while the index is loading. */
    public List<String> suggest(Optional<CaseId> caseId, String beginning, int limit) {
        return acts.consult(SUGGEST, scope(caseId), () -> {
            List<String> words = keeper.serving()
                    .map(index -> index.suggest(matches.reach(caseId), beginning, limit))
                    .orElse(List.of());
            return Noted.of(words).with("beginning", beginning).with("total", words.size());
        });
    }

    /**
     * Where a query matches in the text of one document of a case; nowhere when it isn't there.
     *
     * @throws org.plumbline.kernel.Refused while the index is loading
     */
    public Places places(CaseId caseId, UUID document, String query) {
        return acts.consult(LOCATE, Scope.of(caseId), () -> {
            SearchIndex index = keeper.serving()
                    .orElseThrow(Refusal.of(Refusal.Kind.UNAVAILABLE, "index-loading", Map.of())::asException);
            var ref = new Ref("document", document, Acting.require().organisation());
            return Noted.of(index.matches(matches.reach(Optional.of(caseId)), document, query), ref)
                    .with("query", query);
        });
    }

    private static Scope scope(Optional<CaseId> caseId) {
        return caseId.<Scope>map(Scope::of).orElseGet(Scope::organisation);
    }

    private SearchRequest request(Asked asked) {
        SearchRequest.Part part = asked.after()
                .<SearchRequest.Part>map(cursor -> new SearchRequest.Part.After(cursor, asked.size()))
                .orElseGet(() -> new SearchRequest.Part.From(0, asked.size()));
        return new SearchRequest(
                asked.query(),
                matches.reach(asked.caseId()),
                asked.selected(),
                asked.order(),
                part,
                dates(asked).asked());
    }

    private static DateCounts dates(Asked asked) {
        return DateCounts.of(asked.selected().getOrDefault(FacetName.DATE, Set.of()));
    }

    private Finding finding(Asked asked, SearchIndex index, SearchRequest request) {
        return switch (index.search(request)) {
            case Answer.Misread misread -> new Finding.Misread(misread.problem());
            case Answer.Found found ->
                new Finding.Found(
                        found.total(),
                        found.hits().stream()
                                .map(h -> matches.result(h, asked.query()))
                                .toList(),
                        found.next(),
                        dates(asked).arranged(found.facets()),
                        found.total() < FEW ? index.corrected(request.reach(), asked.query()) : Optional.empty());
        };
    }

    private static Noted<Finding> noted(Asked asked, Finding finding) {
        Noted<Finding> noted = switch (finding) {
            case Finding.Found found ->
                Noted.<Finding>of(
                                found,
                                found.results().stream()
                                        .map(Finding.Result::ref)
                                        .toList())
                        .with("total", found.total());
            case Finding.Misread misread ->
                Noted.<Finding>of(misread).with("refused", misread.problem().code());
            case Finding.Loading loading -> Noted.<Finding>of(loading).with("refused", "index-loading");
        };
        String narrowing = asked.narrowing();
        return (narrowing.isEmpty() ? noted : noted.with("narrowed", narrowing)).with("query", asked.query());
    }
}
