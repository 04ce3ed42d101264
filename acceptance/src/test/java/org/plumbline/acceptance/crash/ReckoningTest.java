package org.plumbline.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {
    private static final List<String> ALL = List.of("a", "b", "c");

    @Test
    void actsEntriesAndRecordsThatBelongTogetherAreInOrder() {
        assertThat(Reckoning.compare("task", List.of("a", "b"), ALL, ALL)).isEmpty();
    }

    @Test
    void droppedEntryOfAnAcknowledgedActIsNamed() {
        assertThat(Reckoning.compare("task", ALL, List.of("a", "c"), ALL))
                .containsExactly("task b is there without an entry", "task b was acknowledged and has no entry");
    }

    @Test
    void recordWithoutItsEntryIsNamedThoughNobodyWasToldOfIt() {
        assertThat(Reckoning.compare("task", List.of("a"), List.of("a", "b"), ALL))
                .containsExactly("task c is there without an entry");
    }

    @Test
    void entryWithoutItsRecordIsNamed() {
        assertThat(Reckoning.compare("task", List.of("a"), ALL, List.of("a", "b")))
                .containsExactly("task c has an entry and is not there");
    }

    @Test
    void actThatWasDoneOnceAndRecordedTwiceIsNamed() {
        assertThat(Reckoning.compare("task", ALL, List.of("a", "b", "b", "c"), ALL))
                .containsExactly("task b has 2 entries for one act");
    }

    @Test
    void acknowledgedActThatLeftNothingIsNamed() {
        assertThat(Reckoning.compare("task", ALL, List.of("a", "b"), List.of("a", "b")))
                .containsExactly(
                        "task c was acknowledged and has no entry", "task c was acknowledged and is not there");
    }
}
