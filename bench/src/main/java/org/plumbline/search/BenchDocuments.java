package org.plumbline.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.plumbline.access.Access;
import org.plumbline.bench.search.Corpus;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.search.index.Answer;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Indexed;
import org.plumbline.search.index.Reach;
import org.plumbline.search.index.SearchIndex;
import org.plumbline.search.index.SearchRequest;
import org.plumbline.search.index.VisibleLabels;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Puts the bench's documents into the index of the running application, a third of them under labels that the acting
 * person sees. Only on the class path of the bench.
 */
@RestController
class BenchDocuments {
    private static final Action FIND = new Action("search.find", Right.MEMBER);

    /** Every document of the bench is out of some box. */
    private static final String OTHERS = "NOT name:box";

    /** Above every label of a demonstration. */
    private static final int UNSEEN = 100_000;

    private final Acts acts;
    private final Access access;
    private final IndexKeeper keeper;

    BenchDocuments(Acts acts, Access access, IndexKeeper keeper) {
        this.acts = acts;
        this.access = access;
        this.keeper = keeper;
    }

    /** Takes out what the demonstration put in; 503 while the index is loading. */
    @GetMapping("/api/v1/bench/documents/alone")
    Map<String, Integer> alone() {
        var labels = new BitSet();
        Arrays.stream(visible()).forEach(labels::set);
        var reach = Reach.of(VisibleLabels.of(labels));
        SearchIndex index = keeper.serving()
                .orElseThrow(Refusal.of(Refusal.Kind.UNAVAILABLE, "index-loading", Map.of())::asException);
        int count = 0;
        for (List<UUID> some = some(index, reach); !some.isEmpty(); some = some(index, reach)) {
            List<UUID> keys = some;
            keeper.change(i -> keys.forEach(i::delete));
            count += keys.size();
        }
        return Map.of("removed", count);
    }

    /** Puts so many in, from that number on. */
    @GetMapping("/api/v1/bench/documents")
    Map<String, Integer> put(@RequestParam int from, @RequestParam int count) {
        int[] seen = visible();
        var corpus = Corpus.generated();
        boolean taken = keeper.change(index -> IntStream.range(from, from + count)
                .mapToObj(corpus::document)
                .forEach(document -> index.put(labelled(document, seen))));
        if (!taken) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "index-loading", Map.of())
                    .asException();
        }
        return Map.of("put", count, "labels", seen.length);
    }

    private int[] visible() {
        return acts.consult(FIND, Scope.organisation(), () -> Noted.of(access.visibleLabels()));
    }

    private static List<UUID> some(SearchIndex index, Reach reach) {
        return index.search(SearchRequest.of(OTHERS, reach)) instanceof Answer.Found found
                ? found.hits().stream().map(Hit::key).toList()
                : List.of();
    }

    private static Indexed labelled(Indexed document, int[] seen) {
        int label = document.label().value();
        int given = label % 3 == 0 ? seen[label / 3 % seen.length] : UNSEEN + label;
        return new Indexed(
                document.key(),
                document.kind(),
                new LabelId(given),
                document.caseId(),
                document.title(),
                document.body(),
                document.attributes());
    }
}
