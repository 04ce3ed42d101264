package org.plumbline.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteCountTest {
    @Test
    void sizesAreReadAsPeopleWriteThem() {
        Map.of("500 GB", 500_000_000_000L, "1.5TB", 1_500_000_000_000L, "1 B", 1L, " 20 KB ", 20_000L, "0.001 kB", 1L)
                .forEach((text, bytes) ->
                        assertThat(ByteCount.parse(text)).as(text).hasValue(bytes));
    }

    @Test
    void whatIsNoSizeIsNotGuessed() {
        assertThat(List.of(
                        "", "500", "500 gigabytes", "-1 GB", "1,5 GB", "0 GB", "0.0001 B", "99999999999 PB", "1 GiB"))
                .allSatisfy(text -> assertThat(ByteCount.parse(text)).as(text).isEqualTo(OptionalLong.empty()));
    }

    @Test
    void wordsNeverSayMoreThanThereIs() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            long bytes = 1 + random.nextLong(1L << (1 + random.nextInt(60)));

            long said = ByteCount.parse(ByteCount.words(bytes)).orElseThrow();

            assertThat(said).as("%d, seed %d", bytes, seed).isBetween(bytes - bytes / 9 - 1, bytes);
        }
        assertThat(ByteCount.words(999_999)).isEqualTo("999.9 kB");
    }
}
