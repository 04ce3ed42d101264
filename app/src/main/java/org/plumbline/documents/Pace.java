package org.plumbline.documents;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast an ingestion is read at the moment.
 *
 * @param perMinute files read a minute
 * @param left about how long the rest takes at that pace, whole seconds; more may be found inside what is still to be
 *     read
 */
public record Pace(long perMinute, Duration left) {
    /** Over which time it is measured: long enough to be steady, short enough to follow. */
    static final Duration OVER = Duration.ofMinutes(2);

    private static final int FEWEST = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    static Optional<Pace> of(ReadingTable.Recent recent, long open) {
        if (recent.many() < FEWEST || recent.since().compareTo(SHORTEST) < 0 || open == 0) {
            return Optional.empty();
        }
        double perSecond = recent.many() * 1000.0 / recent.since().toMillis();
        return Optional.of(
                new Pace(Math.max(1, Math.round(perSecond * 60)), Duration.ofSeconds(Math.round(open / perSecond))));
    }
}
