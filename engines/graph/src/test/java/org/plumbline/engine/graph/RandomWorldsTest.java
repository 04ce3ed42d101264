package org.plumbline.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random worlds, built whole, in steps and merged again, beside a naive walk over the visible links only and beside the
 * same world without what is invisible.
 */
class RandomWorldsTest {
    private static final int WORLDS = 25;
    private static final int MANY = 500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20310007, 99, 4711})
    void answersAreThoseOfTheVisibleLinksAlone(long seed) {
        var random = new Random(seed);
        for (int number = 0; number < WORLDS; number++) {
            var world = RandomWorld.made(random);
            var question = RandomWorld.question(random);
            var naive = new NaiveGraph(world, question);
            var stepped = world.inSteps(random);

            for (Graph graph : List.of(
                    world.whole(),
                    stepped,
                    stepped.merged(),
                    world.without(question).whole())) {
                agree(graph, naive, world);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7, 20310008})
    void whereAnAnswerIsCutDoesNotDependOnWhatIsInvisible(long seed) {
        var random = new Random(seed);
        for (int number = 0; number < WORLDS; number++) {
            var world = RandomWorld.made(random);
            var question = RandomWorld.question(random);
            var cut = new Question(
                    question.labels(),
                    question.types(),
                    question.collections(),
                    question.from(),
                    question.until(),
                    1 + random.nextInt(12),
                    () -> false);
            var graphs = List.of(
                    world.inSteps(random),
                    world.inSteps(random).merged(),
                    world.without(question).whole());

            for (Entity from : world.entities()) {
                var expected = world.whole().expand(from.id(), 3, cut);
                graphs.forEach(
                        each -> assertThat(each.expand(from.id(), 3, cut)).isEqualTo(expected));
                for (Entity to : world.entities()) {
                    var way = world.whole().path(from.id(), to.id(), cut);
                    graphs.forEach(each ->
                            assertThat(each.path(from.id(), to.id(), cut)).isEqualTo(way));
                }
            }
        }
    }

    private static void agree(Graph graph, NaiveGraph naive, RandomWorld world) {
        var question = naive.question();
        for (Entity from : world.entities()) {
            Map<UUID, Integer> far = naive.distances(from.id());
            assertThat(graph.expand(from.id(), 2, question).entities().stream()
                            .collect(Collectors.toMap(Reach.Step::entity, Reach.Step::hops)))
                    .isEqualTo(near(far, 2));
            assertThat(graph.count(from.id(), MANY, question)).isEqualTo(new Tally(far.size(), End.WHOLE));
            assertThat(pages(graph, from.id(), question)).isEqualTo(naive.ties(from.id()));
            for (Entity to : world.entities()) {
                agree(graph, naive, from.id(), to.id(), far);
            }
        }
        assertThat(graph.parts(question)).isEqualTo(naive.parts());
    }

    private static void agree(Graph graph, NaiveGraph naive, UUID from, UUID to, Map<UUID, Integer> far) {
        List<List<UUID>> ways = naive.ways(from, to);

        assertThat(graph.paths(from, to, MANY, naive.question())).isEqualTo(new Routes(ways, End.WHOLE));
        var way = graph.path(from, to, naive.question());
        assertThat(way.entities()).hasSize(far.getOrDefault(to, -1) + 1);
        assertThat(ways.isEmpty() ? List.of(List.of()) : ways).contains(way.entities());
        if (ways.size() > 1) {
            assertThat(graph.paths(from, to, 1, naive.question())).isEqualTo(new Routes(ways.subList(0, 1), End.LIMIT));
        }
        Set<UUID> both = new TreeSet<>(NaiveGraph.ORDER);
        both.addAll(naive.next(from));
        both.retainAll(naive.next(to));
        assertThat(graph.common(from, to, naive.question())).isEqualTo(new Common(List.copyOf(both), End.WHOLE));
    }

    private static List<Ties.Tie> pages(Graph graph, UUID of, Question question) {
        var all = new ArrayList<Ties.Tie>();
        Ties page = graph.ties(of, Optional.empty(), 3, question);
        while (page.end() == End.LIMIT) {
            all.addAll(page.ties());
            page = graph.ties(of, Optional.of(page.ties().getLast()), 3, question);
        }
        all.addAll(page.ties());
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        assertThat(all).isSortedAccordingTo(Comparator.comparing(tie -> tie, Ties.Tie::order));
        return all;
    }

    private static Map<UUID, Integer> near(Map<UUID, Integer> far, int hops) {
        return far.entrySet().stream()
                .filter(each -> each.getValue() <= hops)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
