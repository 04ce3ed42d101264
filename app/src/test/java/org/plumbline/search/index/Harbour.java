package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;

/** The invented world of case 2031-0007, Harbour, as documents of an index. */
final class Harbour {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2031-03-01T10:00:00Z"), ZoneOffset.UTC);
    static final CaseId CASE = new CaseId(new UUID(7, 7));
    static final LabelId OPEN = new LabelId(3);
    static final LabelId SECRET = new LabelId(4);
    static final Reach REACH = Reach.of(VisibleLabels.of(List.of(OPEN)));

    private Harbour() {}

    static UUID key(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    static Indexed document(int number, String title, String body) {
        return document(number, OPEN, title, Body.of(body), Attributes.none());
    }

    static Indexed document(int number, LabelId label, String title, Body body, Attributes attributes) {
        return new Indexed(key(number), "document", label, Optional.of(CASE), title, body, attributes);
    }

    static Attributes on(String day) {
        return Attributes.none().dated(LocalDate.parse(day));
    }

    static SearchIndex open(Path folder) {
        return switch (EmbeddedIndex.open(folder, CLOCK)) {
            case Opening.Ready ready -> ready.index();
            case Opening.NeedsRebuild unfit -> throw new AssertionError(unfit.toString());
            case Opening.InUse inUse -> throw new AssertionError(inUse.toString());
        };
    }

    static SearchIndex holding(Path folder, Indexed... documents) {
        SearchIndex index = open(folder);
        for (Indexed document : documents) {
            index.put(document);
        }
        index.refresh();
        return index;
    }

    static Answer.Found found(SearchIndex index, SearchRequest request) {
        Answer answer = index.search(request);
        assertThat(answer).as(request.query()).isInstanceOf(Answer.Found.class);
        return (Answer.Found) answer;
    }

    static Answer.Found found(SearchIndex index, String query) {
        return found(index, SearchRequest.of(query, REACH));
    }

    /** The numbers of the documents found, in order. */
    static List<Integer> numbers(SearchIndex index, String query) {
        return numbers(found(index, query));
    }

    static List<Integer> numbers(Answer.Found found) {
        return found.hits().stream()
                .map(hit -> (int) hit.key().getLeastSignificantBits())
                .toList();
    }

    static String marked(List<Hit.Run> runs) {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.marked() ? "[" + run.text() + "]" : run.text()));
        return text.toString();
    }
}
