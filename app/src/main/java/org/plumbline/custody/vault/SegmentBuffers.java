package org.plumbline.custody.vault;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Arrays that hold a sealed segment, used again: clearing new ones costs as much as sealing. */
final class SegmentBuffers {
    private static final int KEPT = 6;

    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(KEPT);

    byte[] take() {
        byte[] buffer = free.poll();
        return buffer == null ? new byte[ObjectHeader.STRIDE] : buffer;
    }

    /** Takes one back; what is no such array is let go. */
    void giveBack(byte @Nullable [] buffer) {
        if (buffer != null && buffer.length == ObjectHeader.STRIDE) {
            boolean kept = free.offer(buffer);
            assert kept || free.remainingCapacity() == 0;
        }
    }
}
