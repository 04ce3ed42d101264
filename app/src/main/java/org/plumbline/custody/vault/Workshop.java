package org.plumbline.custody.vault;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What everyone who writes objects shares.
 *
 * @param filling segments that are being filled, or wait to be sealed
 * @param sealed segments on their way to the disk
 * @param beside where segments are sealed and written while the next are filled
 */
record Workshop(
        Segments.Seal seal,
        SegmentBuffers filling,
        SegmentBuffers sealed,
        StagedBlocks.Pool stages,
        ExecutorService beside) {
    /** A fourth of the memory, whatever that is. */
    private static final long SHARE = 4;

    /** More than one upload needs; the disk takes one at a time all the same. */
    private static final int SEALED = 4;

    private static final int LEAST_FILLING = 4;
    private static final int MOST_FILLING = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    static Workshop open(Segments.Seal seal) {
        long most = Runtime.getRuntime().maxMemory() / SHARE / ObjectHeader.STRIDE;
        return new Workshop(
                seal,
                new SegmentBuffers(Math.clamp(most, LEAST_FILLING, MOST_FILLING), PATIENCE),
                new SegmentBuffers(SEALED, AS_LONG_AS_IT_TAKES),
                new StagedBlocks.Pool(),
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("vault-", 0).factory()));
    }
}
