package org.plumbline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2031-03-02T12:00:00.000900Z");

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new Random(20310007));

    @Test
    void identifiersSortInTheOrderTheyWereMadeWithinOneMillisecondToo() {
        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void identifierSaysWhenItWasMade() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void identifiersGoOnAfterOneThatWasMadeUnderAClockThatWasAhead() {
        var ahead = new Ids(Clock.fixed(NOON.plusSeconds(86_400), ZoneOffset.UTC), new Random(1)).next();

        ids.continueAfter(ahead);

        assertThat(List.of(ahead.toString(), ids.next().toString(), ids.next().toString()))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
