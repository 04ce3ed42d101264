package org.plumbline.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Limits, cancelling and refusals, in the world of the harbour. */
class GraphTest {
    private static final UUID HARBOUR = new UUID(1, 1);
    private static final UUID DREDGING = new UUID(1, 2);
    private static final UUID OFFICER = new UUID(1, 3);
    private static final int COMPANY = 1;
    private static final int PERSON = 2;
    private static final int OWN = 0;
    private static final int OTHER = 1;

    private final GraphBuilder builder = new GraphBuilder()
            .entity(HARBOUR, COMPANY, OWN)
            .entity(DREDGING, COMPANY, OTHER)
            .entity(DREDGING, COMPANY, OWN)
            .entity(OFFICER, PERSON, OTHER)
            .link(link(10, HARBOUR, DREDGING, OWN))
            .link(link(11, DREDGING, OFFICER, OWN));

    @Test
    void entityStatedTwiceIsSeenUnderEitherLabel() {
        var graph = builder.build();

        assertThat(graph.expand(HARBOUR, 2, Question.all(labels(OWN))).entities())
                .containsExactly(new Reach.Step(HARBOUR, 0), new Reach.Step(DREDGING, 1));
        assertThat(graph.expand(DREDGING, 2, Question.all(labels(OTHER))).entities())
                .containsExactly(new Reach.Step(DREDGING, 0));
    }

    @Test
    void invisibleEntityIsAnsweredLikeOneThatIsNotThere() {
        var graph = builder.build();
        var question = Question.all(labels(OWN));

        assertThat(graph.expand(OFFICER, 2, question)).isEqualTo(graph.expand(new UUID(9, 9), 2, question));
        assertThat(graph.path(HARBOUR, OFFICER, question)).isEqualTo(graph.path(HARBOUR, new UUID(9, 9), question));
    }

    @Test
    void answerCutShortSaysSo() {
        var graph = builder.build();

        assertThat(graph.expand(HARBOUR, 2, asked(1, () -> false)).end()).isEqualTo(End.LIMIT);
        assertThat(graph.path(HARBOUR, OFFICER, asked(1, () -> false))).isEqualTo(new Route(List.of(), End.LIMIT));
        assertThat(graph.path(HARBOUR, OFFICER, asked(9, () -> true))).isEqualTo(new Route(List.of(), End.CANCELLED));
        assertThat(graph.path(HARBOUR, OFFICER, asked(9, () -> false)))
                .isEqualTo(new Route(List.of(HARBOUR, DREDGING, OFFICER), End.WHOLE));
    }

    @Test
    void linkToAnUnknownEntityIsRefused() {
        builder.link(link(12, HARBOUR, new UUID(9, 9), OWN));

        assertThatThrownBy(builder::build)
                .hasMessage("Link " + new UUID(2, 12) + " names entity " + new UUID(9, 9)
                        + ", which is not in the graph; add both its ends first");
    }

    @Test
    void linkStatedTwiceIsRefused() {
        var again = link(10, HARBOUR, OFFICER, OWN);

        assertThatThrownBy(() -> builder.link(again))
                .hasMessage("Link " + new UUID(2, 10)
                        + " is in the graph already; each is stated once: leave the second away");
    }

    @Test
    void valuesOutsideTheirRangeAreRefused() {
        var id = new UUID(2, 1);
        var graph = builder.build();
        var question = Question.all(labels(OWN));

        assertThatThrownBy(() -> new Link(id, 32_768, HARBOUR, OFFICER, 0, 0, 0, 0, 50, 0))
                .hasMessage("Link " + id + " has type 32768; a type is 0 to 32767: number the schemas anew");
        assertThatThrownBy(() -> new Link(id, 0, HARBOUR, OFFICER, -1, 0, 0, 0, 50, 0))
                .hasMessage("Link " + id
                        + " has label -1 and collection 0; neither may be below 0: give it those of its record");
        assertThatThrownBy(() -> new Link(id, 0, HARBOUR, OFFICER, 0, 0, 5, 4, 50, 0))
                .hasMessage("Link " + id
                        + " holds from day 5 until day 4; it can't end before it begins: correct its days");
        assertThatThrownBy(() -> new Link(id, 0, HARBOUR, OFFICER, 0, 0, 4, 5, 0, 0))
                .hasMessage("Link " + id + " has strength 0; a strength is 1 to 100: grade its evidence anew");
        assertThatThrownBy(() -> builder.entity(id, 40_000, OWN))
                .hasMessage("Entity " + id + " has schema 40000; a schema is 0 to 32767: number the schemas anew");
        assertThatThrownBy(() -> new Entity(id, COMPANY, labels()))
                .hasMessage("Entity " + id + " is stated under no label: give it those of its statements");
        assertThatThrownBy(() -> builder.entity(id, COMPANY, -1))
                .hasMessage("Entity " + id + " has label -1; it may not be below 0: give it that of its record");
        assertThatThrownBy(() -> new Question(labels(OWN), Set.of(), Set.of(), 5, 4, 1, () -> false))
                .hasMessage("The period is day 5 until day 4; it can't end before it begins: exchange the days");
        assertThatThrownBy(() -> asked(0, () -> false))
                .hasMessage("The limit is 0 links; at least 1 must be looked at: raise it");
        assertThatThrownBy(() -> graph.expand(HARBOUR, -1, question))
                .hasMessage("Asked for -1 hops; ask for 0 or more");
    }

    private static Question asked(int links, BooleanSupplier cancelled) {
        return new Question(
                labels(OWN, OTHER), Set.of(), Set.of(), Integer.MIN_VALUE, Integer.MAX_VALUE, links, cancelled);
    }

    private static Link link(long id, UUID source, UUID target, int label) {
        return new Link(
                new UUID(2, id), 0, source, target, label, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, Link.STRONGEST, 0);
    }

    private static BitSet labels(int... labels) {
        var seen = new BitSet();
        for (int label : labels) {
            seen.set(label);
        }
        return seen;
    }
}
