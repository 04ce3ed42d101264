package org.plumbline.kernel;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers: UUID version 7 (RFC 9562, section 5.7), so that rows sort by the millisecond they were made and an
 * identifier cannot be guessed from its neighbour.
 */
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new identifier: 48 bits of Unix milliseconds, 74 random bits, version 7, variant 2. */
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = 0x8000000000000000L | (random.nextLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
