package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.kernel.CaseId;

/**
 * What every index behind {@link SearchIndex} does, asked through that door alone and held against plain lists. Whoever
 * writes another one makes a subclass of this.
 */
abstract class SearchIndexContract {
    @TempDir
    Path folder;

    /** Opens the index of a place, which is empty the first time and holds what was committed every other time. */
    abstract SearchIndex open(Path place);

    private static final Reach REACH = Reach.of(VisibleLabels.of(List.of(Stone.OPEN, Stone.ALSO)));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void findsCountsAndOrdersAsListsDo(long seed) {
        var random = new Random(seed);
        try (SearchIndex index = open(folder)) {
            List<Stone> stones = fill(random, index);
            for (int i = 0; i < 60; i++) {
                Asked asked = asked(random);
                Set<UUID> expected = new HashSet<>();
                stones.stream().filter(s -> s.isReachable() && asked.takes(s)).forEach(s -> expected.add(s.key()));
                SearchRequest request =
                        SearchRequest.of(asked.query(), REACH).part(new SearchRequest.Part.From(0, 200));

                assertThat(index.keys(request))
                        .as("seed %s: %s", seed, asked.query())
                        .isEqualTo(expected);
                assertThat(index.count(request)).isEqualTo(expected.size());
                Answer.Found found = found(index, request);
                assertThat(found.total()).isEqualTo(expected.size());
                assertThat(keys(found)).as(asked.query()).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(facet(found, FacetName.TYPE)).isEqualTo(counted(stones, expected));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void cursorsLeadThroughEverythingOnceWhileOthersAreAdded(Order order) {
        try (SearchIndex index = open(folder)) {
            List<Stone> stones = fill(new Random(21), index);
            SearchRequest request = SearchRequest.of("", REACH).in(order);
            List<UUID> whole = keys(found(index, request.part(new SearchRequest.Part.From(0, 200))));
            var walked = new ArrayList<UUID>();
            Answer.Found part = found(index, request.part(new SearchRequest.Part.From(0, 7)));
            walked.addAll(keys(part));
            while (part.next().isPresent()) {
                // what is put in meanwhile and can't be seen moves nothing
                index.put(new Stone(1000 + walked.size(), Stone.SECRET, "quartz", "quartz", "pdf", Optional.empty())
                        .indexed());
                index.refresh();
                part = found(
                        index,
                        request.part(new SearchRequest.Part.After(part.next().get(), 7)));
                walked.addAll(keys(part));
            }

            assertThat(walked).isEqualTo(whole).hasSize((int)
                    stones.stream().filter(Stone::isReachable).count());
        }
    }

    @Test
    void ordersAreByDateAndTitleThenByKey() {
        try (SearchIndex index = open(folder)) {
            List<Stone> stones = fill(new Random(22), index).stream()
                    .filter(Stone::isReachable)
                    .toList();
            Comparator<Stone> byDay = Comparator.comparing((Stone s) -> s.day().orElse(LocalDate.MIN));
            List<UUID> newest = stones.stream()
                    .sorted(byDay.reversed().thenComparing(s -> s.key().toString()))
                    .map(Stone::key)
                    .toList();

            assertThat(all(index, Order.NEWEST)).isEqualTo(newest);
            assertThat(all(index, Order.OLDEST).getFirst())
                    .isEqualTo(stones.stream()
                            .filter(s -> s.day().isPresent())
                            .min(byDay.thenComparing(s -> s.key().toString()))
                            .orElseThrow()
                            .key());
            Map<UUID, String> titles = new LinkedHashMap<>();
            stones.forEach(s -> titles.put(s.key(), s.title()));
            assertThat(all(index, Order.TITLE).stream().map(titles::get)).isSorted();
        }
    }

    @Test
    void nothingOfAnotherLabelOrCaseShowsAnywhere() {
        try (SearchIndex index = open(folder)) {
            index.put(new Stone(1, Stone.OPEN, "Open quartz", "quartz vein", "pdf", Optional.empty()).indexed());
            index.put(
                    new Stone(2, Stone.SECRET, "Hidden quartz", "obsidian quartz", "mail", Optional.empty()).indexed());
            index.refresh();
            Answer.Found found = found(index, SearchRequest.of("quartz", REACH));

            assertThat(keys(found)).containsExactly(key(1));
            assertThat(found.total()).isEqualTo(1);
            assertThat(facet(found, FacetName.TYPE)).isEqualTo(Map.of("pdf", 1L));
            assertThat(index.suggest(REACH, "hid", 10)).isEmpty();
            assertThat(index.suggest(REACH, "ope", 10)).containsExactly("Open quartz");
            assertThat(index.corrected(REACH, "obsidain")).isEmpty();
            assertThat(index.corrected(REACH, "quratz")).contains("quartz");
            assertThat(index.matches(REACH, key(2), "quartz")).isEqualTo(new Places.Located(List.of(), false));
            assertThat(index.keys(SearchRequest.of("obsidian", REACH))).isEmpty();
            assertThat(found(index.search(SearchRequest.of("quartz", REACH), Set.of(key(2))))
                            .total())
                    .isZero();
            Reach elsewhere = new Reach(VisibleLabels.of(List.of(Stone.OPEN)), Optional.of(new CaseId(key(99))));
            assertThat(found(index, SearchRequest.of("quartz", elsewhere)).total())
                    .isZero();
        }
    }

    @Test
    void replacedAndDeletedAreGoneEverywhere() {
        try (SearchIndex index = open(folder)) {
            index.put(new Stone(1, Stone.OPEN, "Early", "quartz", "pdf", Optional.empty()).indexed());
            index.put(new Stone(1, Stone.OPEN, "Late", "basalt", "mail", Optional.empty()).indexed());
            index.put(new Stone(2, Stone.OPEN, "Second", "basalt", "pdf", Optional.empty()).indexed());
            index.refresh();
            assertThat(index.keys(SearchRequest.of("quartz", REACH))).isEmpty();
            assertThat(index.suggest(REACH, "early", 5)).isEmpty();

            index.delete(key(2));
            index.refresh();
            assertThat(index.keys(SearchRequest.of("basalt", REACH))).containsExactly(key(1));

            index.deleteCase(Stone.CASE);
            index.writeAnew();
            index.refresh();
            assertThat(index.count(SearchRequest.of("", REACH))).isZero();
        }
    }

    @Test
    void selectionsNarrowHitsAndTheOtherFacetsOnly() {
        try (SearchIndex index = open(folder)) {
            List<Stone> stones = fill(new Random(23), index);
            Answer.Found found = found(
                    index,
                    SearchRequest.of("", REACH)
                            .selecting(Map.of(FacetName.TYPE, Set.of("pdf")))
                            .part(new SearchRequest.Part.From(0, 200)));
            Set<UUID> reachable = new HashSet<>();
            stones.stream().filter(Stone::isReachable).forEach(s -> reachable.add(s.key()));

            assertThat(found.total())
                    .isEqualTo(stones.stream()
                            .filter(s -> s.isReachable() && s.type().equals("pdf"))
                            .count());
            assertThat(facet(found, FacetName.TYPE)).isEqualTo(counted(stones, reachable));
            assertThat(facet(found, FacetName.KIND).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(found.total());
        }
    }

    @Test
    void committedIsThereAgainWithItsPosition() {
        try (SearchIndex index = open(folder)) {
            assertThat(index.position()).isEmpty();
            index.put(new Stone(1, Stone.OPEN, "Kept", "quartz", "pdf", Optional.empty()).indexed());
            index.commit("event 7");
        }
        try (SearchIndex index = open(folder)) {
            assertThat(index.position()).isEqualTo("event 7");
            assertThat(index.keys(SearchRequest.of("quartz", REACH))).containsExactly(key(1));
        }
    }

    @Test
    void rebuiltIndexTakesTheOldOnesPlaceAndLosesNothingOfMeanwhile() {
        try (SearchIndex index = open(folder)) {
            index.put(new Stone(1, Stone.OPEN, "Old", "quartz", "pdf", Optional.empty()).indexed());
            index.put(new Stone(2, Stone.OPEN, "Old", "quartz", "pdf", Optional.empty()).indexed());
            index.refresh();
            Rebuild rebuild = index.rebuild();
            index.put(new Stone(3, Stone.OPEN, "Meanwhile", "quartz", "pdf", Optional.empty()).indexed());
            index.delete(key(2));
            rebuild.put(new Stone(1, Stone.OPEN, "New", "quartz", "pdf", Optional.empty()).indexed());
            rebuild.put(new Stone(2, Stone.OPEN, "New", "quartz", "pdf", Optional.empty()).indexed());
            index.refresh();
            assertThat(index.keys(SearchRequest.of("title:old", REACH))).containsExactly(key(1));
            assertThatThrownBy(index::rebuild).isInstanceOf(IllegalStateException.class);

            rebuild.swap("event 9");

            assertThat(index.keys(SearchRequest.of("quartz", REACH))).containsExactlyInAnyOrder(key(1), key(3));
            assertThat(index.keys(SearchRequest.of("title:new", REACH))).containsExactly(key(1));
            assertThat(index.position()).isEqualTo("event 9");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(quartz | query-bracket-unclosed | 0",
                "quartz) | query-bracket-unopened | 6",
                "a \"quartz | query-quote-unclosed | 2",
                "quartz colour:red | query-field-unknown | 7",
                "quartz OR | query-word-missing | 9",
                "date:2018-13 | query-date-unreadable | 5",
                "q* basalt | query-wildcard-too-broad | 0",
            })
    void whatCannotBeReadIsRefusedAtItsPlace(String query, String code, int at) {
        try (SearchIndex index = open(folder)) {
            SearchRequest request = SearchRequest.of(query, REACH);

            assertThat(index.search(request)).isInstanceOfSatisfying(Answer.Misread.class, misread -> {
                assertThat(misread.problem().code()).isEqualTo(code);
                assertThat(misread.problem().at()).isEqualTo(at);
            });
            assertThat(index.keys(request)).isEmpty();
            assertThat(index.count(request)).isZero();
            assertThat(index.corrected(REACH, query)).isEmpty();
            assertThat(index.matches(REACH, key(1), query)).isInstanceOf(Places.Misread.class);
        }
    }

    @Test
    void marksAndPlacesCoverWhatMatched() {
        try (SearchIndex index = open(folder)) {
            var body = Body.ofPages(List.of("slate above", "a vein of quartz in slate"));
            index.put(new Indexed(
                    key(1),
                    "document",
                    Stone.OPEN,
                    Optional.of(Stone.CASE),
                    "Survey of slate",
                    body,
                    Attributes.none()));
            index.refresh();
            Hit hit = found(index, SearchRequest.of("quartz", REACH)).hits().getFirst();

            assertThat(Harbour.marked(hit.snippets().getFirst().runs())).contains("of [quartz] in");
            assertThat(hit.page()).hasValue(2);
            assertThat(index.matches(REACH, key(1), "quartz")).isInstanceOfSatisfying(Places.Located.class, located -> {
                Places.Place place = located.places().getFirst();
                assertThat(body.text().substring(place.start(), place.end())).isEqualTo("quartz");
                assertThat(place.page()).hasValue(2);
            });
        }
    }

    /** A question and the same question of a list. */
    private record Asked(String query, Predicate<Stone> test) {
        boolean takes(Stone stone) {
            return test.test(stone);
        }
    }

    private static Asked asked(Random random) {
        String one = Stone.WORDS.get(random.nextInt(Stone.WORDS.size()));
        String two = Stone.WORDS.get(random.nextInt(Stone.WORDS.size()));
        return switch (random.nextInt(9)) {
            case 0 -> new Asked(one, s -> s.holds(one));
            case 1 -> new Asked(one + " " + two, s -> s.holds(one) && s.holds(two));
            case 2 -> new Asked(one + " OR " + two, s -> s.holds(one) || s.holds(two));
            case 3 -> new Asked(one + " -" + two, s -> s.holds(one) && !s.holds(two));
            case 4 -> new Asked("\"" + one + " " + two + "\"", s -> s.text().contains(one + " " + two));
            case 5 -> new Asked(one.substring(0, 3) + "*", s -> s.holds(one));
            case 6 -> new Asked("title:" + one, s -> s.title().equals(one));
            case 7 ->
                new Asked(
                        "date:[2018-03 TO 2019]",
                        s -> s.day()
                                .filter(d -> !d.isBefore(LocalDate.of(2018, 3, 1)) && d.getYear() <= 2019)
                                .isPresent());
            default -> new Asked("NOT (" + one + " OR " + two + ")", s -> !s.holds(one) && !s.holds(two));
        };
    }

    /** Puts, replaces and deletes; returns what is there in the end. */
    private static List<Stone> fill(Random random, SearchIndex index) {
        var there = new LinkedHashMap<Integer, Stone>();
        for (int i = 0; i < 200; i++) {
            int number = random.nextInt(120);
            if (random.nextInt(10) == 0) {
                index.delete(key(number));
                there.remove(number);
                continue;
            }
            Stone stone = Stone.random(random, number);
            index.put(stone.indexed());
            there.put(number, stone);
        }
        index.refresh();
        return List.copyOf(there.values());
    }

    private static Map<String, Long> counted(List<Stone> stones, Set<UUID> among) {
        Map<String, Long> counts = new LinkedHashMap<>();
        stones.stream().filter(s -> among.contains(s.key())).forEach(s -> counts.merge(s.type(), 1L, Long::sum));
        return counts;
    }

    private static Map<String, Long> facet(Answer.Found found, FacetName name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        found.facets().stream()
                .filter(facet -> facet.name() == name)
                .flatMap(facet -> facet.values().stream())
                .filter(value -> value.count() > 0)
                .forEach(value -> counts.put(value.value(), value.count()));
        return counts;
    }

    private static List<UUID> all(SearchIndex index, Order order) {
        return keys(found(index, SearchRequest.of("", REACH).in(order).part(new SearchRequest.Part.From(0, 200))));
    }

    private static Answer.Found found(SearchIndex index, SearchRequest request) {
        return found(index.search(request));
    }

    private static Answer.Found found(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return (Answer.Found) answer;
    }

    private static List<UUID> keys(Answer.Found found) {
        return found.hits().stream().map(Hit::key).toList();
    }

    private static UUID key(int number) {
        return Harbour.key(number);
    }
}
