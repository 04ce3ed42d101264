package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {
    private final StagedBlocks.Pool pool = new StagedBlocks.Pool();

    @TempDir
    private Path folder;

    @Test
    void whatIsPutOneBehindTheOtherLiesThereOnceSettled() throws IOException {
        long seed = new SplittableRandom().nextLong();
        var random = new SplittableRandom(seed);
        byte[] bytes = VaultFolder.bytes(12_000_000, seed);
        Path file = folder.resolve("object");
        int at = 0;

        while (at < bytes.length) {
            try (FileChannel channel = open(file);
                    var growing = new GrowingFile(file, channel, pool)) {
                for (int pieces = 1 + random.nextInt(4); pieces > 0 && at < bytes.length; pieces--) {
                    int most = random.nextBoolean() ? 5_000_000 : 5_000;
                    int size = Math.min(1 + random.nextInt(most), bytes.length - at);
                    growing.append(at, Arrays.copyOfRange(bytes, at, at + size), size);
                    at += size;
                    if (random.nextInt(3) == 0) {
                        growing.settle();
                        assertThat(Files.size(file)).as("seed " + seed).isEqualTo(at);
                    }
                }
                growing.settle();
            }
        }

        assertThat(Arrays.equals(Files.readAllBytes(file), bytes))
                .as("seed " + seed)
                .isTrue();
    }

    @Test
    void bytesThatBelongElsewhereAreNotTaken() throws IOException {
        Path file = folder.resolve("object");
        try (FileChannel channel = open(file);
                var growing = new GrowingFile(file, channel, pool)) {
            growing.append(0, new byte[500_000], 500_000);

            assertThatThrownBy(() -> growing.append(499_999, new byte[1], 1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void otherBytesThanWereWrittenAreNoticed() throws IOException {
        Path file = folder.resolve("object");
        try (FileChannel channel = open(file);
                var growing = new GrowingFile(file, channel, pool)) {
            growing.append(0, new byte[5000], 5000);
            growing.settle();
            channel.write(ByteBuffer.wrap(new byte[] {1}), 4100);

            growing.require(4000, new byte[100]);
            assertThatThrownBy(() -> growing.require(4090, new byte[16]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("other bytes than were written");
            assertThatThrownBy(() -> growing.require(4990, new byte[16])).isInstanceOf(IOException.class);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
