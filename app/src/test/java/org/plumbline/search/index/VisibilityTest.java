package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.search.index.Harbour.document;
import static org.plumbline.search.index.Harbour.key;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;

class VisibilityTest {
    @TempDir
    Path folder;

    @Test
    void documentOfAnInvisibleLabelIsNeitherFoundCountedLocatedNorSuggested() {
        try (SearchIndex index = Harbour.holding(
                folder,
                document(1, "Open crane", "crane"),
                document(
                        2,
                        Harbour.SECRET,
                        "Secret crane",
                        Body.of("crane"),
                        Attributes.none().outOf("E99")))) {
            Answer.Found found = Harbour.found(index, "crane");

            assertThat(Harbour.numbers(found)).containsExactly(1);
            assertThat(found.total()).isEqualTo(1);
            assertThat(found.facets().toString()).doesNotContain("E99");
            assertThat(index.matches(Harbour.REACH, key(2), "crane")).isEqualTo(new Places.Located(List.of(), false));
            assertThat(index.suggest(Harbour.REACH, "secret", 10)).isEmpty();
            assertThat(Harbour.numbers(index, "-nothing")).containsExactly(1);
            assertThat(index.corrected(Harbour.REACH, "secrte")).isEmpty();
            assertThat(index.corrected(Harbour.REACH, "crnae")).contains("crane");
        }
    }

    @Test
    void nobodySeesAnythingWithoutLabels() {
        try (SearchIndex index = Harbour.holding(folder, document(1, "Crane", "crane"))) {
            Reach nothing = Reach.of(VisibleLabels.of(List.of()));

            Answer.Found found = Harbour.found(index, SearchRequest.of("", nothing));

            assertThat(found.total()).isZero();
            assertThat(found.facets())
                    .allSatisfy(facet -> assertThat(facet.values()).isEmpty());
        }
    }

    /** Every answer equals that of an index into which only the visible documents were ever put. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void answersAreTheSameAsInAWorldWithoutTheInvisible(long seed) {
        var random = new Random(seed);
        var world = new RandomWorld(random);
        Reach reach = reach(random);
        try (SearchIndex whole = Harbour.open(folder.resolve("whole"));
                SearchIndex visible = Harbour.open(folder.resolve("visible"))) {
            fill(random, world, reach, whole, visible);
            int found = 0;
            for (int i = 0; i < 80; i++) {
                SearchRequest request = request(random, world, reach);
                Answer answer = whole.search(request);

                assertThat(answer).as("seed %s, %s", seed, request).isEqualTo(visible.search(request));
                assertThat(followed(whole, request)).as("cursor, %s", request).isEqualTo(followed(visible, request));
                found += answer instanceof Answer.Found some && some.total() > 0 ? 1 : 0;
            }
            for (String start : List.of("cr", "order", "har", "box", "合", "u", "anti", "дог")) {
                assertThat(whole.suggest(reach, start, 20)).isEqualTo(visible.suggest(reach, start, 20));
            }
            for (String typed : List.of("ordr", "harbor", "harbuor lrder", "crame", "дговор", "ledgre OR ordeer")) {
                assertThat(whole.corrected(reach, typed)).as(typed).isEqualTo(visible.corrected(reach, typed));
            }
            for (int i = 0; i < 300; i += 17) {
                assertThat(whole.matches(reach, key(i), "order OR cr*"))
                        .isEqualTo(visible.matches(reach, key(i), "order OR cr*"));
            }
            assertThat(found).as("queries that find something").isGreaterThan(30);
        }
    }

    private static Reach reach(Random random) {
        var labels = new ArrayList<LabelId>();
        for (int label = 1; label <= RandomWorld.LABELS; label++) {
            if (random.nextInt(3) == 0) {
                labels.add(new LabelId(label));
            }
        }
        labels.add(new LabelId(1));
        Optional<CaseId> caseId = random.nextInt(3) == 0 ? Optional.of(new CaseId(key(1))) : Optional.empty();
        return new Reach(VisibleLabels.of(labels), caseId);
    }

    /** Puts, replaces and deletes; the world of the visible never hears of the rest, and in another rhythm. */
    private static void fill(Random random, RandomWorld world, Reach reach, SearchIndex whole, SearchIndex visible) {
        Map<Integer, Indexed> last = new LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            int number = random.nextInt(300);
            if (random.nextInt(12) == 0) {
                whole.delete(key(number));
                last.remove(number);
            } else {
                Indexed document = world.document(number);
                whole.put(document);
                last.put(number, document);
            }
            if (i % 97 == 0) {
                whole.refresh();
            }
        }
        last.values().stream()
                .filter(document -> reach.labels().contains(document.label()))
                .forEach(visible::put);
        whole.refresh();
        visible.refresh();
    }

    private static SearchRequest request(Random random, RandomWorld world, Reach reach) {
        Map<FacetName, Set<String>> selected = new EnumMap<>(FacetName.class);
        if (random.nextInt(2) == 0) {
            selected.put(FacetName.TYPE, Set.of("pdf", world.pick(List.of("mail", ""))));
        }
        if (random.nextInt(3) == 0) {
            selected.put(FacetName.DATE, Set.of("2018", "2017-03"));
        }
        return new SearchRequest(
                world.query(),
                reach,
                selected,
                world.pick(List.of(Order.values())),
                new SearchRequest.Part.From(random.nextInt(5), 10),
                world.pick(List.of(SearchRequest.Counts.BY_YEAR, SearchRequest.Counts.BY_MONTH)));
    }

    private static Map<Integer, Answer> followed(SearchIndex index, SearchRequest request) {
        Map<Integer, Answer> pages = new HashMap<>();
        Answer answer = index.search(request);
        for (int page = 0;
                page < 2 && answer instanceof Answer.Found found && found.next().isPresent();
                page++) {
            answer = index.search(
                    request.part(new SearchRequest.Part.After(found.next().get(), 7)));
            pages.put(page, answer);
        }
        return pages;
    }
}
