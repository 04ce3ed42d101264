package org.plumbline.engine.model.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.model.statement.Harbour;

class LargeFileTest {
    private static final byte[] LINE =
            "{\"id\":\"hf\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Harbour Freight\"],\"country\":[\"nl\"]}}\n"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void everyLineOfALargeFileIsReadOnce() {
        long lines = 50_000;

        FtmTally tally = new FtmReader(Harbour.VOCABULARY, Harbour.POLICY)
                .read(new Repeated(LINE, lines * LINE.length), row -> {});

        assertThat(tally).isEqualTo(new FtmTally(lines, 0, lines, 0, 2 * lines, 0, 0));
    }

    @Test
    void aLineFarOverTheLimitIsRefusedAtFlatMemory() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long limit = 1 << 20;
        var reader = new FtmReader(Harbour.VOCABULARY, Harbour.POLICY, (int) limit);
        long before = threads.getCurrentThreadAllocatedBytes();

        FtmTally tally = reader.read(new Repeated(new byte[] {'x'}, 256 * limit), row -> {});

        assertThat(tally).isEqualTo(new FtmTally(1, 0, 0, 1, 0, 0, 0));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 * limit);
    }

    /** A pattern over and over, up to a number of bytes. */
    private static final class Repeated extends InputStream {
        private final byte[] pattern;
        private final byte[] block;
        private long left;

        Repeated(byte[] pattern, long length) {
            this.pattern = pattern;
            this.block = new byte[pattern.length * Math.max(1, (1 << 16) / pattern.length)];
            this.left = length;
            for (int i = 0; i < block.length; i += pattern.length) {
                System.arraycopy(pattern, 0, block, i, pattern.length);
            }
        }

        @Override
        public int read() {
            return left-- > 0 ? pattern[0] : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            // Whole patterns only, so that each call begins where a pattern begins.
            int room = Math.min(length, block.length) / pattern.length * pattern.length;
            int count = (int) Math.min(left, room);
            System.arraycopy(block, 0, into, offset, count);
            left -= count;
            return count;
        }
    }
}
