package org.plumbline.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ref;
import org.plumbline.search.index.Answer;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Reach;
import org.plumbline.search.index.SearchRequest;
import org.plumbline.search.index.VisibleLabels;
import org.springframework.stereotype.Component;

/**
 * What a search finds of that which the acting person may see at this moment, for those in this module who put it on
 * the trail. Absent while the index is being opened or filled.
 */
@Component
public class Matches {
    private final Access access;
    private final IndexKeeper keeper;
    private final Searchables searchables;

    Matches(Access access, IndexKeeper keeper, Searchables searchables) {
        this.access = access;
        this.keeper = keeper;
        this.searchables = searchables;
    }

    /** Whether the index answers. */
    public boolean ready() {
        return keeper.serving().isPresent();
    }

    /** The identifiers of everything it finds. */
    public Optional<Set<UUID>> keys(Asked asked) {
        return keeper.serving().map(index -> index.keys(request(asked)));
    }

    /** Those of these records that it still finds, in its order, as many as it asks for. */
    public Optional<List<Finding.Result>> among(Asked asked, Set<UUID> records) {
        return keeper.serving().map(index -> switch (index.search(request(asked), records)) {
            case Answer.Misread misread -> List.of();
            case Answer.Found found ->
                found.hits().stream().map(hit -> result(hit, asked.query())).toList();
        });
    }

    /** How many it finds; none where the query can't be read. */
    public Optional<Integer> total(Asked asked) {
        return keeper.serving().map(index -> index.count(request(asked)));
    }

    Reach reach(Optional<CaseId> caseId) {
        var labels = new BitSet();
        Arrays.stream(access.visibleLabels()).forEach(labels::set);
        return new Reach(VisibleLabels.of(labels), caseId);
    }

    Finding.Result result(Hit hit, String query) {
        Searchable.Place place = searchables
                .showing(hit.kind())
                .map(s -> s.place(hit, query))
                .orElseGet(() -> new Searchable.Place(hit.kind(), "", Optional.empty()));
        // Labels of other organisations are never visible, so the owner is the acting person's.
        return new Finding.Result(
                new Ref(place.kind(), hit.key(), Acting.require().organisation()), hit, place);
    }

    private SearchRequest request(Asked asked) {
        return new SearchRequest(
                asked.query(),
                reach(asked.caseId()),
                asked.selected(),
                asked.order(),
                new SearchRequest.Part.From(0, asked.size()),
                SearchRequest.Counts.NONE);
    }
}
