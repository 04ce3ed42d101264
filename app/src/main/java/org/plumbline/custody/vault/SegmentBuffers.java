package org.plumbline.custody.vault;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;

/**
 * Arrays that hold a sealed segment, so many and no more: many slow uploads at once wait, or are put off, and the
 * process keeps its memory. They are used again, for clearing new ones costs as much as sealing.
 */
final class SegmentBuffers {
    private static final int KEPT = 6;

    private final Semaphore left;
    private final Duration patience;
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(KEPT);

    /** All are taken, and none came back in time. */
    static final class Crowded extends IOException {
        private static final long serialVersionUID = 1L;

        Refused refusal() {
            return Refusal.of(Refusal.Kind.UNAVAILABLE, "vault-crowded", Map.of("seconds", "60"))
                    .asException();
        }
    }

    /** @param patience how long to wait for one that comes back */
    SegmentBuffers(int most, Duration patience) {
        this.left = new Semaphore(most);
        this.patience = patience;
    }

    /** @throws Crowded when all are taken for longer than is waited */
    byte[] take() throws Crowded {
        try {
            if (!left.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Crowded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Crowded();
        }
        byte[] buffer = free.poll();
        return buffer == null ? new byte[ObjectHeader.STRIDE] : buffer;
    }

    /** Takes one back that was taken here; what is no such array is let go. */
    void giveBack(byte @Nullable [] buffer) {
        if (buffer != null && buffer.length == ObjectHeader.STRIDE) {
            boolean kept = free.offer(buffer);
            assert kept || free.remainingCapacity() == 0;
            left.release();
        }
    }
}
