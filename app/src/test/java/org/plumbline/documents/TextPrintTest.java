package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPrintTest {
    @Test
    void wordsAreComparedWithoutCaseSpaceAndSigns() {
        TextPrint one = TextPrint.of("The quay, at berth SEVEN,\n was paid -- twice!");

        assertThat(TextPrint.of("the quay at berth seven was paid twice").text())
                .isEqualTo(one.text());
        assertThat(TextPrint.of("the quay at berth seven was paid once").text()).isNotEqualTo(one.text());
        assertThat(one.words()).isEqualTo(8);
        assertThat(one.bands()).isEmpty();
    }

    @Test
    void aLanguageWithoutSpacesHasWordsToo() {
        assertThat(TextPrint.words("码头的疏浚费用已经支付了两次")).hasSizeGreaterThan(4);
    }

    /** The likeness is held against a count of every shingle as text, and the estimate against the likeness. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void likenessIsTheShareOfShinglesAndTheEstimateIsNearIt(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            List<String> one = words(random, 100 + random.nextInt(400));
            List<String> other = changed(random, one, random.nextInt(40));
            double brute = brute(one, other);
            String a = String.join(" ", one);
            String b = String.join(" ", other);

            assertThat(TextPrint.likeness(a, b))
                    .as("seed " + seed + " pair " + i)
                    .isEqualTo(brute);
            assertThat(TextPrint.estimate(
                            TextPrint.of(a).signature(), TextPrint.of(b).signature()))
                    .as("seed " + seed + " pair " + i)
                    .isCloseTo(brute, within(0.2));
        }
    }

    /** The figure of docs/design/mail.md. */
    @Test
    void nearlyAllPairsFromTheThresholdOnShareABand() {
        var random = new Random(2031);
        int pairs = 0;
        int found = 0;
        while (pairs < 1000) {
            List<String> one = words(random, 60 + random.nextInt(300));
            List<String> other = changed(random, one, 1 + random.nextInt(8));
            if (brute(one, other) >= Likeness.THRESHOLD) {
                pairs++;
                found += meet(TextPrint.of(String.join(" ", one)), TextPrint.of(String.join(" ", other))) ? 1 : 0;
            }
        }

        assertThat(found).as("of 1000 pairs, seed 2031").isGreaterThanOrEqualTo(995);
    }

    private static boolean meet(TextPrint one, TextPrint other) {
        boolean band = one.bands().stream().anyMatch(other.bands()::contains);
        return band && TextPrint.estimate(one.signature(), other.signature()) >= Likenesses.WORTH_VERIFYING;
    }

    private static List<String> words(Random random, int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add("w" + random.nextInt(900));
        }
        return words;
    }

    private static List<String> changed(Random random, List<String> words, int changes) {
        var changed = new ArrayList<>(words);
        for (int i = 0; i < changes; i++) {
            changed.set(random.nextInt(changed.size()), "other" + random.nextInt(900));
        }
        return changed;
    }

    private static double brute(List<String> one, List<String> other) {
        Set<String> both = shingles(one);
        both.retainAll(shingles(other));
        Set<String> either = shingles(one);
        either.addAll(shingles(other));
        return (double) both.size() / either.size();
    }

    private static Set<String> shingles(List<String> words) {
        var shingles = new HashSet<String>();
        for (int i = 0; i + 5 <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + 5)));
        }
        return shingles;
    }
}
