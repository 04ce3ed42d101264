package org.plumbline.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers: UUID version 7 (RFC 9562, section 5.7), each greater than the one before (section 6.2, method 3),
 * so that rows sort in the order they were made; an identifier cannot be guessed from its neighbour.
 */
public final class Ids {
    private static final int FRACTION_BITS = 12;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final Clock clock;
    private final RandomGenerator random;

    /** Milliseconds and their fraction in the newest identifier. */
    private final AtomicLong newest = new AtomicLong();

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new identifier: 48 bits of Unix milliseconds, 12 bits of their fraction, 62 random bits, version 7, variant 2.
     */
    public UUID next() {
        long now = now();
        long time = newest.updateAndGet(last -> Math.max(last + 1, now));
        long high = (time >>> FRACTION_BITS << 16) | 0x7000L | (time & 0x0FFFL);
        long low = 0x8000000000000000L | (random.nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }

    /**
     * Makes those to come greater than this one too, which an earlier run made, perhaps under a clock that was ahead.
     */
    public void continueAfter(UUID made) {
        long high = made.getMostSignificantBits();
        long time = (high >>> 16 << FRACTION_BITS) | (high & 0x0FFFL);
        newest.accumulateAndGet(time, Math::max);
    }

    /** When an identifier was made, to the millisecond; of one that followed a clock that was ahead, at least then. */
    public static Instant madeAt(UUID made) {
        return Instant.ofEpochMilli(made.getMostSignificantBits() >>> 16);
    }

    /** No identifier made at a time or later, to the millisecond, is less than this. */
    public static UUID least(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    private long now() {
        Instant at = clock.instant();
        long fraction = ((at.getLong(ChronoField.NANO_OF_SECOND) % NANOS_A_MILLI) << FRACTION_BITS) / NANOS_A_MILLI;
        return (at.toEpochMilli() << FRACTION_BITS) | fraction;
    }
}
