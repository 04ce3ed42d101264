package org.plumbline.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random worlds beside a naive walk over the visible links only. */
class RandomWorldsTest {
    private record Stated(UUID id, Set<Integer> labels) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20310007, 99, 4711})
    void answersAreThoseOfTheVisibleLinksAlone(long seed) {
        var random = new Random(seed);
        for (int world = 0; world < 40; world++) {
            var entities = entities(random);
            var links = links(random, entities);
            var question = question(random);
            var seen = question.labels();
            var clear = entities.stream()
                    .filter(each -> each.labels().stream().anyMatch(seen::get))
                    .map(each -> new Stated(
                            each.id(), each.labels().stream().filter(seen::get).collect(Collectors.toSet())))
                    .toList();
            var there = clear.stream().map(Stated::id).collect(Collectors.toSet());
            var visible = links.stream()
                    .filter(each ->
                            seen.get(each.label()) && there.contains(each.source()) && there.contains(each.target()))
                    .toList();
            var whole = graph(entities, links);
            var bare = graph(clear, visible);
            var cut = new Question(
                    seen, question.types(), question.collections(), question.from(), question.until(), 7, () -> false);

            for (Stated from : entities) {
                var far = distances(from.id(), there, visible, question);

                assertThat(whole.expand(from.id(), 2, question).entities().stream()
                                .collect(Collectors.toMap(Reach.Step::entity, Reach.Step::hops)))
                        .isEqualTo(near(far, 2));
                assertThat(whole.expand(from.id(), 3, cut)).isEqualTo(bare.expand(from.id(), 3, cut));
                for (Stated to : entities) {
                    var way = whole.path(from.id(), to.id(), question);
                    assertThat(way.entities()).hasSize(far.getOrDefault(to.id(), -1) + 1);
                    assertThat(way).isEqualTo(bare.path(from.id(), to.id(), question));
                    for (int at = 1; at < way.entities().size(); at++) {
                        assertThat(distances(way.entities().get(at - 1), there, visible, question))
                                .containsEntry(way.entities().get(at), 1);
                    }
                }
            }
        }
    }

    private static Graph graph(List<Stated> entities, List<Link> links) {
        var builder = new GraphBuilder();
        entities.forEach(each -> each.labels().forEach(label -> builder.entity(each.id(), label)));
        links.forEach(builder::link);
        return builder.build();
    }

    private static Map<UUID, Integer> near(Map<UUID, Integer> far, int hops) {
        return far.entrySet().stream()
                .filter(each -> each.getValue() <= hops)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<UUID, Integer> distances(UUID from, Set<UUID> there, List<Link> links, Question question) {
        var far = new HashMap<UUID, Integer>();
        if (!there.contains(from)) {
            return far;
        }
        far.put(from, 0);
        for (int size = 0; size < far.size(); ) {
            size = far.size();
            var before = Map.copyOf(far);
            for (Link link : links) {
                if (link.from() <= question.until()
                        && link.until() >= question.from()
                        && (question.types().isEmpty() || question.types().contains(link.type()))
                        && (question.collections().isEmpty()
                                || question.collections().contains(link.collection()))) {
                    step(before, far, link.source(), link.target());
                    step(before, far, link.target(), link.source());
                }
            }
        }
        return far;
    }

    private static void step(Map<UUID, Integer> before, Map<UUID, Integer> far, UUID from, UUID to) {
        var hops = before.get(from);
        if (hops != null) {
            far.putIfAbsent(to, hops + 1);
        }
    }

    private static List<Stated> entities(Random random) {
        var entities = new ArrayList<Stated>();
        for (int count = 2 + random.nextInt(10); count > 0; count--) {
            var labels = new HashSet<Integer>(Set.of(random.nextInt(4)));
            labels.add(random.nextInt(4));
            entities.add(new Stated(new UUID(random.nextLong(), random.nextLong()), labels));
        }
        return entities;
    }

    private static List<Link> links(Random random, List<Stated> entities) {
        var links = new ArrayList<Link>();
        for (int count = random.nextInt(30); count > 0; count--) {
            int day = random.nextInt(100);
            links.add(new Link(
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(3),
                    entities.get(random.nextInt(entities.size())).id(),
                    entities.get(random.nextInt(entities.size())).id(),
                    random.nextInt(4),
                    random.nextBoolean() ? day : Integer.MIN_VALUE,
                    random.nextBoolean() ? day + 20 : Integer.MAX_VALUE,
                    random.nextInt(3)));
        }
        return links;
    }

    private static Question question(Random random) {
        var labels = BitSet.valueOf(new long[] {random.nextInt(16)});
        if (random.nextBoolean()) {
            return Question.all(labels);
        }
        int from = random.nextInt(100);
        return new Question(
                labels,
                random.nextBoolean() ? Set.of() : Set.of(0, 2),
                random.nextBoolean() ? Set.of() : Set.of(1, 2),
                from,
                from + 10,
                Integer.MAX_VALUE,
                () -> false);
    }
}
