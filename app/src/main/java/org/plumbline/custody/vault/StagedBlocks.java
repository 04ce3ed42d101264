package org.plumbline.custody.vault;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Memory from which whole blocks are written straight to a disk.
 *
 * @param block how many bytes a block of the disk has; places, lengths and the memory itself are multiples of it
 */
record StagedBlocks(ByteBuffer bytes, int block) {
    private static final int BYTES = 4 << 20;

    /** Those that are used again. */
    static final class Pool {
        private static final int KEPT = 4;

        private final BlockingQueue<StagedBlocks> free = new ArrayBlockingQueue<>(KEPT);

        StagedBlocks take(int block) {
            StagedBlocks kept = free.poll();
            return kept != null && kept.block == block ? kept : make(block);
        }

        void giveBack(StagedBlocks blocks) {
            blocks.bytes.clear();
            boolean kept = free.offer(blocks);
            assert kept || free.remainingCapacity() == 0;
        }

        private static StagedBlocks make(int block) {
            ByteBuffer aligned = ByteBuffer.allocateDirect(BYTES + block).alignedSlice(block);
            return new StagedBlocks(aligned.limit(BYTES).slice(), block);
        }
    }
}
