package org.plumbline.engine.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeededValuesTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String NASTY =
            "0123456789-+:.,/@ TZabcdeXYZ'\u00e4\u0130\u202e\u0000\n\t(){}[]\"\\%#?&;\ud83d\ude00";
    private static final int ROUNDS = 4_000;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void printTheSeed() {
        System.out.println("seeded values: -Dseed=" + seed);
    }

    @Test
    void noTextMakesACheckThrow() {
        for (int i = 0; i < ROUNDS; i++) {
            String raw = text(NASTY, 1 + random.nextInt(24));
            for (PropertyType type : PropertyType.values()) {
                assertThat(type.check(raw)).isNotNull();
            }
            for (IdentifierFormat format : IdentifierFormat.values()) {
                assertThat(format.check(raw)).isNotNull();
            }
        }
    }

    @Test
    void aNormalFormIsItsOwnNormalForm() {
        for (int i = 0; i < ROUNDS; i++) {
            String raw = text("0123456789-:T. ,abcde@/+", 1 + random.nextInt(14));
            for (PropertyType type : PropertyType.values()) {
                Optional<String> once = type.check(raw).value();
                once.ifPresent(normal -> assertThat(type.check(normal).value())
                        .as("%s of \"%s\"", type, raw)
                        .isEqualTo(once));
            }
        }
    }

    @Test
    void oneWrongDigitInALeiIsNoticed() {
        for (int i = 0; i < ROUNDS; i++) {
            String lei = withMod97(text(ALPHABET, 18));
            int place = random.nextInt(20);
            char other = "0123456789".charAt(random.nextInt(10));

            assertThat(IdentifierFormat.LEI.check(lei).value()).contains(lei);
            if (Character.isDigit(lei.charAt(place)) && lei.charAt(place) != other) {
                String wrong = lei.substring(0, place) + other + lei.substring(place + 1);
                assertThat(IdentifierFormat.LEI.check(wrong).value()).as(wrong).isEmpty();
            }
        }
    }

    @Test
    void aPartialDateLiesBetweenItsFirstAndItsLastDay() {
        for (int i = 0; i < ROUNDS; i++) {
            PartialDate.read(text("0123456789-", 4 + random.nextInt(7))).ifPresent(date -> {
                assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
                assertThat(PartialDate.read(date.earliest().toString())
                                .orElseThrow()
                                .agreesWith(date))
                        .isTrue();
            });
        }
    }

    private static String withMod97(String body) {
        int rest = CheckDigits.mod97(body + "00");
        return body + "%02d".formatted(98 - rest);
    }

    private String text(String alphabet, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
