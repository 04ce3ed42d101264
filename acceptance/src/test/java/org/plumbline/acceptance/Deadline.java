package org.plumbline.acceptance;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition of another process, asking often, until a deadline. */
public final class Deadline {
    private static final long INTERVAL_NANOS = 20_000_000;

    private Deadline() {}

    /** False when the deadline passed first. */
    public static boolean met(Duration within, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > within.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
        return true;
    }

    /** Fails, naming what did not happen, when the deadline passed first. */
    public static void require(Duration within, String what, BooleanSupplier condition) {
        if (!met(within, condition)) {
            throw new IllegalStateException("Not within " + within.toSeconds() + " s: " + what);
        }
    }
}
