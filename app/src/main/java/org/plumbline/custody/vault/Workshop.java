package org.plumbline.custody.vault;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What everyone who writes objects shares.
 *
 * @param beside where segments are sealed while the next are filled
 */
record Workshop(Segments.Seal seal, SegmentBuffers buffers, ExecutorService beside) {
    static Workshop open(Segments.Seal seal) {
        return new Workshop(
                seal,
                new SegmentBuffers(),
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("vault-", 0).factory()));
    }
}
