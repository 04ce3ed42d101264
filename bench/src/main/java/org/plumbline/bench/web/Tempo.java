package org.plumbline.bench.web;

import java.time.Duration;

/**
 * How long and how often is measured.
 *
 * @param rounds of each side
 * @param round length of one
 * @param warmUp length of asking for each page before anything counts
 */
record Tempo(int rounds, Duration round, Duration warmUp) {
    static final int PER_SECOND = 200;
    static final int CONNECTIONS = 16;

    static Tempo of(boolean quick) {
        return quick
                ? new Tempo(2, Duration.ofSeconds(3), Duration.ofSeconds(3))
                : new Tempo(5, Duration.ofSeconds(8), Duration.ofSeconds(8));
    }
}
