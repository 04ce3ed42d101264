package org.plumbline.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changes are seen at once, also while the graph is built whole beside, and none is lost by that. */
class LiveGraphTest {
    private static final int ENOUGH = 11_000;
    private static final UUID HUB = new UUID(7, 7);

    private final Queue<Runnable> beside = new ArrayDeque<>();
    private final BitSet labels = BitSet.valueOf(new long[] {1});
    private final LiveGraph live =
            new LiveGraph(new GraphBuilder().entity(new Entity(HUB, 0, labels)).build(), beside::add);

    @Test
    void whatComesWhileItIsBuiltIsThereAfterwards() {
        live.apply(spokes(0, ENOUGH));
        assertThat(beside).hasSize(1);
        live.apply(spokes(ENOUGH, 5));
        live.apply(new Changes(
                List.of(new Changes.Gone(new UUID(9, 3), HUB)), List.of(new UUID(8, 4)), List.of(), List.of()));
        int before = around();

        beside.remove().run();

        assertThat(before).isEqualTo(ENOUGH + 5 - 2);
        assertThat(around()).isEqualTo(before);
        assertThat(live.current().changed()).isLessThan(20);
        assertThat(beside).isEmpty();
    }

    @Test
    void aRefusedChangeChangesNothing() {
        live.apply(spokes(0, 3));
        var toNowhere = new Changes(List.of(), List.of(), List.of(), List.of(link(99, new UUID(1, 1))));

        assertThatThrownBy(() -> live.apply(toNowhere)).hasMessageContaining("which is not in the graph");
        assertThat(around()).isEqualTo(3);
    }

    @Test
    void aLinkToAnEntityThatWentIsRefusedBeforeAndAfterMerging() {
        live.apply(spokes(0, ENOUGH));
        live.apply(new Changes(List.of(), List.of(new UUID(8, 1)), List.of(), List.of()));
        var toGone = new Changes(List.of(), List.of(), List.of(), List.of(link(ENOUGH + 1, new UUID(8, 1))));

        assertThatThrownBy(() -> live.apply(toGone)).hasMessageContaining("which is not in the graph");
        beside.remove().run();
        assertThatThrownBy(() -> live.apply(toGone)).hasMessageContaining("which is not in the graph");
        assertThat(around()).isEqualTo(ENOUGH - 1);
    }

    private int around() {
        return live.current().count(HUB, 1, Question.all(labels)).entities() - 1;
    }

    private Changes spokes(int from, int count) {
        List<Entity> entities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            entities.add(new Entity(new UUID(8, number), 1, labels));
            links.add(link(number, new UUID(8, number)));
        }
        return new Changes(List.of(), List.of(), entities, links);
    }

    private static Link link(int number, UUID to) {
        return new Link(
                new UUID(9, number), 0, HUB, to, 0, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, Link.STRONGEST, number);
    }
}
