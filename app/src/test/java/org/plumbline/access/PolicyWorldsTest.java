package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.kernel.Right;
import org.plumbline.search.index.Answer;
import org.plumbline.search.index.Attributes;
import org.plumbline.search.index.Body;
import org.plumbline.search.index.EmbeddedIndex;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Indexed;
import org.plumbline.search.index.Opening.Ready;
import org.plumbline.search.index.Order;
import org.plumbline.search.index.Reach;
import org.plumbline.search.index.SearchIndex;
import org.plumbline.search.index.SearchRequest;
import org.plumbline.search.index.VisibleLabels;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The policy, its second telling in SQL, and the index agree on what is there for whom, in random worlds. */
class PolicyWorldsTest extends ApplicationTest {
    private static final Clock CLOCK = Clock.fixed(PolicyWorld.NOW, ZoneOffset.UTC);
    private final Policy policy = new Policy(CLOCK);

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void policySqlAndIndexSayTheSame(long seed) {
        var world = new PolicyWorld(new Random(seed));
        var seen = new HashSet<Boolean>();
        // Rolled back: a world is as large as the organisation's own.
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var table = new PolicyWorldTable(db);
            List<LabelFacts> labels = table.write(world);
            try (SearchIndex index = index(labels)) {
                for (PolicyWorld.Actor actor : world.actors) {
                    for (int i = 0; i < 6; i++) {
                        Set<UUID> in = i == 0 ? Set.of() : world.somewhere();
                        Set<Integer> ruled = ruled(world, labels, actor, in);

                        assertThat(mine(labels, table.visible(actor, in)))
                                .as("SQL, seed %s, %s in %s", seed, actor, in)
                                .isEqualTo(ruled);
                        assertThat(found(index, ruled))
                                .as("index, seed %s", seed)
                                .isEqualTo(ruled);
                        seen.add(ruled.isEmpty());
                    }
                }
            }
            status.setRollbackOnly();
        });
        assertThat(seen).as("somebody sees something").contains(false);
    }

    @Test
    void aCaveatNeverWidensAccess() {
        var world = new PolicyWorld(new Random(11));
        int narrowed = 0;
        for (int i = 0; i < 200_000; i++) {
            PolicyWorld.Actor actor = world.pick(world.actors);
            LabelFacts label = world.pick(world.labels);
            Asker asker = world.asker(actor, world.somewhere());
            Right right = world.pick(List.of(Right.values()));
            var facts = world.facts(label.caseId(), actor);
            boolean before = policy.onCase(asker, right, label, facts).allows();
            String caveat = world.pick(List.of("originator-control", "no-onward", "source-protected", "new"));
            boolean after =
                    policy.onCase(asker, right, with(label, caveat), facts).allows();

            assertThat(after && !before).as("%s with %s", label, caveat).isFalse();
            narrowed += before && !after ? 1 : 0;
        }
        assertThat(narrowed).isPositive();
    }

    private static LabelFacts with(LabelFacts l, String caveat) {
        var caveats = new HashSet<>(l.caveats());
        caveats.add(caveat);
        return new LabelFacts(l.id(), l.owner(), l.caseId(), l.compartments(), caveats, l.envelope(), l.restriction());
    }

    private Set<Integer> ruled(
            PolicyWorld world, List<LabelFacts> labels, PolicyWorld.Actor actor, Set<UUID> compartments) {
        var asker = new Asker(actor.organisation(), actor.roles(), Optional.empty(), compartments, false);
        return labels.stream()
                .filter(l ->
                        policy.visible(asker, l, world.facts(l.caseId(), actor)).allows())
                .map(l -> l.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> mine(List<LabelFacts> labels, Set<Integer> visible) {
        Set<Integer> ids = labels.stream().map(l -> l.id().value()).collect(Collectors.toSet());
        return visible.stream().filter(ids::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One document a label, whose title names the label. */
    private SearchIndex index(List<LabelFacts> labels) {
        SearchIndex index = ((Ready) EmbeddedIndex.open(folder.resolve("index"), CLOCK)).index();
        labels.forEach(l -> index.put(new Indexed(
                new UUID(7, l.id().value()),
                "document",
                l.id(),
                l.caseId(),
                "Quay " + l.id().value(),
                Body.of("crane"),
                Attributes.none())));
        index.refresh();
        return index;
    }

    private static Set<Integer> found(SearchIndex index, Set<Integer> labels) {
        var bits = new BitSet();
        labels.forEach(bits::set);
        var request = new SearchRequest(
                "crane",
                Reach.of(VisibleLabels.of(bits)),
                java.util.Map.of(),
                Order.NEWEST,
                new SearchRequest.Part.From(0, 200),
                SearchRequest.Counts.BY_YEAR);
        var answer = (Answer.Found) index.search(request);
        assertThat(answer.total()).isEqualTo(labels.size());
        return answer.hits().stream()
                .map(Hit::key)
                .map(k -> (int) k.getLeastSignificantBits())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
