package org.plumbline.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways, patterns and measures in random worlds, beside answers found by trying everything. */
class RandomQuestionsTest {
    private static final int WORLDS = 12;
    private static final int MANY = 100_000;
    private static final int DAWN = 500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 20310009})
    void waysAreTheFirstOfAllThatMeetNothingTwice(long seed) {
        everywhere(seed, (graph, naive, world) -> {
            for (Entity from : world.entities()) {
                for (Entity to : world.entities()) {
                    var all = naive.simpleWays(from.id(), to.id());
                    var first = all.subList(0, Math.min(5, all.size()));

                    assertThat(graph.ways(from.id(), to.id(), 5, naive.question()))
                            .isEqualTo(new Routes(first, all.size() > 5 ? End.LIMIT : End.WHOLE));
                }
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 20310010})
    void theStrongestWayCostsLeast(long seed) {
        everywhere(seed, (graph, naive, world) -> {
            for (Entity from : world.entities()) {
                for (Entity to : world.entities()) {
                    var all = naive.simpleWays(from.id(), to.id());
                    var way = graph.strongest(from.id(), to.id(), naive.question());

                    assertThat(way.end()).isEqualTo(End.WHOLE);
                    assertThat(way).isEqualTo(world.whole().strongest(from.id(), to.id(), naive.question()));
                    if (all.isEmpty()) {
                        assertThat(way.entities()).isEmpty();
                    } else {
                        assertThat(all).contains(way.entities());
                        assertThat(naive.cost(way.entities()))
                                .isEqualTo(
                                        all.stream().mapToInt(naive::cost).min().orElseThrow());
                    }
                }
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 20310011})
    void patternsAreFoundWherePossible(long seed) {
        var steps = List.of(
                new Step(Set.of(), Step.Direction.OUT, Set.of()),
                new Step(Set.of(0, 1), Step.Direction.EITHER, Set.of(1, 2)),
                new Step(Set.of(), Step.Direction.IN, Set.of(0, 1)));
        everywhere(seed, (graph, naive, world) -> {
            for (Entity start : world.entities()) {
                assertThat(graph.chains(start.id(), steps, MANY, naive.question()))
                        .isEqualTo(new Routes(chains(naive, world, start.id(), steps), End.WHOLE));
                assertThat(graph.shared(start.id(), steps.get(0), steps.get(1), MANY, naive.question()))
                        .isEqualTo(new Shared(shared(naive, world, start.id(), steps.get(0), steps.get(1)), End.WHOLE));
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 20310012})
    void measuresAndNewsAreThoseOfTheSelection(long seed) {
        var random = new Random(seed);
        everywhere(seed, (graph, naive, world) -> {
            Set<UUID> chosen = world.entities().stream()
                    .map(Entity::id)
                    .filter(each -> random.nextInt(4) > 0)
                    .collect(Collectors.toSet());
            var measures = graph.measures(chosen, naive.question());

            assertThat(measures.entities().stream().map(Measures.Measured::entity))
                    .containsExactlyElementsOf(chosen.stream()
                            .filter(naive::sees)
                            .sorted(NaiveGraph.ORDER)
                            .toList());
            for (Measures.Measured each : measures.entities()) {
                Set<UUID> linked = new HashSet<>(naive.next(each.entity()));
                linked.retainAll(chosen);
                linked.remove(each.entity());
                assertThat(each.degree()).isEqualTo(linked.size());
                assertThat(each.betweenness()).isEqualTo(between(naive, chosen, each.entity()), within(1e-9));
            }
            assertThat(graph.since(chosen, DAWN, MANY, naive.question()).links().stream()
                            .map(News.Recorded::link))
                    .containsExactlyElementsOf(naive.visible().stream()
                            .filter(each -> each.recorded() >= DAWN)
                            .filter(each -> chosen.contains(each.source()) || chosen.contains(each.target()))
                            .sorted(Comparator.comparingInt(Link::recorded).thenComparing(Link::id, NaiveGraph.ORDER))
                            .map(Link::id)
                            .toList());
        });
    }

    private interface Check {
        void in(Graph graph, NaiveGraph naive, RandomWorld world);
    }

    private static void everywhere(long seed, Check check) {
        var random = new Random(seed);
        for (int number = 0; number < WORLDS; number++) {
            var world = RandomWorld.made(random).small();
            var naive = new NaiveGraph(world, RandomWorld.question(random));
            check.in(world.inSteps(random), naive, world);
        }
    }

    private static Set<UUID> next(NaiveGraph naive, RandomWorld world, UUID of, Step step) {
        Map<UUID, Integer> schemas = world.entities().stream().collect(Collectors.toMap(Entity::id, Entity::schema));
        Set<UUID> next = new TreeSet<>(NaiveGraph.ORDER);
        for (Link link : naive.visible()) {
            boolean typed = step.types().isEmpty() || step.types().contains(link.type());
            boolean itself = link.source().equals(link.target());
            if (typed && link.source().equals(of) && step.direction() != Step.Direction.IN) {
                next.add(link.target());
            }
            if (typed && link.target().equals(of) && step.direction() != Step.Direction.OUT && !itself) {
                next.add(link.source());
            }
        }
        next.removeIf(each -> !step.schemas().isEmpty() && !step.schemas().contains(schemas.get(each)));
        return next;
    }

    private static List<List<UUID>> chains(NaiveGraph naive, RandomWorld world, UUID start, List<Step> steps) {
        List<List<UUID>> chains = naive.sees(start) ? List.of(List.of(start)) : List.of();
        for (Step step : steps) {
            List<List<UUID>> longer = new ArrayList<>();
            for (List<UUID> chain : chains) {
                for (UUID next : next(naive, world, chain.getLast(), step)) {
                    if (!chain.contains(next)) {
                        var more = new ArrayList<>(chain);
                        more.add(next);
                        longer.add(more);
                    }
                }
            }
            chains = longer;
        }
        return chains;
    }

    private static List<Shared.Held> shared(NaiveGraph naive, RandomWorld world, UUID start, Step across, Step to) {
        Map<UUID, Set<UUID>> holders = new TreeMap<>(NaiveGraph.ORDER);
        if (naive.sees(start)) {
            for (UUID holder : next(naive, world, start, across)) {
                for (UUID held : next(naive, world, holder, to)) {
                    holders.computeIfAbsent(held, each -> new TreeSet<>(NaiveGraph.ORDER))
                            .add(holder);
                }
            }
        }
        holders.remove(start);
        return holders.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new Shared.Held(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    /** Over all pairs of others, the share of their shortest ways within the selection that lead over one. */
    private static double between(NaiveGraph naive, Set<UUID> chosen, UUID over) {
        double sum = 0;
        List<UUID> others = chosen.stream().sorted(NaiveGraph.ORDER).toList();
        for (UUID from : others) {
            for (UUID to : others) {
                if (from.toString().compareTo(to.toString()) >= 0 || from.equals(over) || to.equals(over)) {
                    continue;
                }
                List<List<UUID>> inside = naive.simpleWays(from, to).stream()
                        .filter(chosen::containsAll)
                        .toList();
                List<List<UUID>> shortest = inside.stream()
                        .filter(each -> each.size() == inside.getFirst().size())
                        .toList();
                double leading =
                        shortest.stream().filter(each -> each.contains(over)).count();
                sum += shortest.isEmpty() ? 0 : leading / shortest.size();
            }
        }
        return sum;
    }
}
