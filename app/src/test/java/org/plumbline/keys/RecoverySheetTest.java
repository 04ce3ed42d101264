package org.plumbline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed of a master key leads back to it, and nothing else does. */
class RecoverySheetTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(20_310_007);

    /** The test vectors of BIP-39 with 256 bits. */
    @ParameterizedTest
    @CsvSource({
        "00, abandon, abandon, art",
        "7f, legal, winner, title",
        "80, letter, advice, bless",
        "ff, zoo, zoo, vote"
    })
    void theVectorsOfTheStandardHold(String octet, String first, String second, String last) {
        var bytes = new byte[MasterKey.BYTES];
        Arrays.fill(bytes, HexFormat.of().parseHex(octet)[0]);

        List<String> words = Words.of(bytes);

        assertThat(words).hasSize(24).startsWith(first, second).endsWith(last);
        assertThat(Words.read(words)).isEqualTo(bytes);
    }

    @Test
    void aPhraseIsReadAsItIsPrintedAndAsItIsTyped() {
        MasterKey key = MasterKey.random(RANDOM);
        String printed = RecoverySheet.phrase(key);
        String lines =
                printed.lines().filter(line -> line.matches(" ?\\d+ \\w+.*")).reduce("", (a, b) -> a + "\n" + b);
        String typed = String.join(
                " ",
                Words.of(key.bytes()).stream()
                        .map(word ->
                                word.substring(0, Math.min(4, word.length())).toUpperCase(java.util.Locale.ROOT))
                        .toList());

        assertThat(RecoverySheet.read(lines, Optional.of(key.fingerprint()))).isEqualTo(key);
        assertThat(RecoverySheet.read(typed, Optional.of(key.fingerprint()))).isEqualTo(key);
    }

    @Test
    void anyTwoSharesGiveTheKey() {
        for (int round = 0; round < 50; round++) {
            MasterKey key = MasterKey.random(RANDOM);
            List<String> sheets = RecoverySheet.shares(key);
            for (int one = 1; one <= 3; one++) {
                for (int other = 1; other <= 3; other++) {
                    String typed = typed(sheets.get(one - 1)) + "\n" + typed(sheets.get(other - 1));
                    if (one == other) {
                        assertThatThrownBy(() -> RecoverySheet.read(typed, Optional.empty()))
                                .isInstanceOf(KeyRefused.class)
                                .hasMessageContaining("Two different shares");
                    } else {
                        assertThat(RecoverySheet.read(typed, Optional.empty())).isEqualTo(key);
                    }
                }
            }
        }
    }

    /** For every share there is exactly one line through every possible key: it excludes none. */
    @Test
    void oneShareSaysNothing() {
        // An element of the field is a bit of each half: all four keys and all four slopes of one element.
        for (int share = 0; share < 3; share++) {
            int number = share;
            for (int key = 0; key < 4; key++) {
                byte[] bytes = element(key);
                long different = IntStream.range(0, 4)
                        .mapToObj(slope -> Shares.of(bytes, element(slope)).get(number))
                        .map(HexFormat.of()::formatHex)
                        .distinct()
                        .count();
                assertThat(different).isEqualTo(4);
            }
        }
    }

    @Test
    void whatIsTypedWronglyIsNamed() {
        List<String> words = Words.of(MasterKey.random(RANDOM).bytes());
        var unknown = new java.util.ArrayList<>(words);
        unknown.set(4, "plumbline");
        MasterKey other = MasterKey.random(RANDOM);

        refused(String.join(" ", unknown), "Word 5, \"plumbline\", is none of the list");
        refused(String.join(" ", words.subList(0, 23)), "24 words, this one has 23");
        refused("", "24 words, this one has 0");
        assertThatThrownBy(() -> RecoverySheet.read(String.join(" ", words), Optional.of(other.fingerprint())))
                .hasMessageContaining("and " + other.fingerprint() + " is the one that is needed");
    }

    /** A checksum of 8 bits lets one in 256 exchanges pass; the fingerprint catches that one. */
    @Test
    void wordsThatChangedPlacesAreToldNearlyAlways() {
        int told = 0;
        for (int round = 0; round < 400; round++) {
            List<String> words =
                    new java.util.ArrayList<>(Words.of(MasterKey.random(RANDOM).bytes()));
            java.util.Collections.swap(words, 3, 17);
            try {
                Words.read(words);
            } catch (KeyRefused refused) {
                told++;
            }
        }
        assertThat(told).isGreaterThan(380);
    }

    private static byte[] element(int value) {
        var bytes = new byte[MasterKey.BYTES];
        bytes[0] = (byte) ((value >> 1) & 1);
        bytes[MasterKey.BYTES / 2] = (byte) (value & 1);
        return bytes;
    }

    private static String typed(String sheet) {
        int share = sheet.indexOf("\nShare ");
        return sheet.substring(share, sheet.indexOf("\nTo write"));
    }

    private static void refused(String typed, String why) {
        assertThatThrownBy(() -> RecoverySheet.read(typed, Optional.empty()))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining(why);
    }
}
