package org.plumbline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aRequestAsksOnceForEachQuestion() throws Exception {
        var answers = new ArrayList<Integer>();

        Lookups.during(() -> {
            answers.add(ask("case A"));
            answers.add(ask("case A"));
            answers.add(ask("case B"));
        });

        assertThat(answers).containsExactly(1, 1, 2);
    }

    @Test
    void theNextRequestAsksAnew() throws Exception {
        var answers = new ArrayList<Integer>();

        Lookups.during(() -> answers.add(ask("case A")));
        Lookups.during(() -> answers.add(ask("case A")));

        assertThat(answers).containsExactly(1, 2);
    }

    @Test
    void whatMayHaveChangedIsAskedEachTime() throws Exception {
        var answers = new ArrayList<Integer>();

        Lookups.during(() -> {
            answers.add(ask("case A"));
            Lookups.end();
            answers.add(ask("case A"));
            answers.add(ask("case A"));
        });

        assertThat(answers).containsExactly(1, 2, 3);
    }

    @Test
    void outsideARequestNothingIsKept() {
        assertThat(List.of(ask("case A"), ask("case A"))).containsExactly(1, 2);
    }

    private int ask(String about) {
        return Lookups.once(List.of("standing", about), asked::incrementAndGet);
    }
}
