package org.plumbline.custody.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A code of a tag is told from one that was mistyped. */
class TagCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long SEED = 2031;

    private final Random random = new Random(SEED);

    @Test
    void everyWrongSignIsFound() {
        for (int round = 0; round < 50; round++) {
            String code = TagCode.make(random).text();
            for (int at = 0; at < code.length(); at++) {
                for (int other = 0; other < ALPHABET.length(); other++) {
                    char sign = ALPHABET.charAt(other);
                    String typed = code.substring(0, at) + sign + code.substring(at + 1);
                    assertThat(TagCode.read(typed).isPresent())
                            .as("seed %d, %s for %s", SEED, typed, code)
                            .isEqualTo(typed.equals(code));
                }
            }
        }
    }

    @Test
    void everyTwoExchangedSignsAreFoundWhereverTheyStand() {
        for (int round = 0; round < 200; round++) {
            String code = TagCode.make(random).text();
            for (int one = 0; one < code.length(); one++) {
                for (int other = one + 1; other < code.length(); other++) {
                    var typed = new StringBuilder(code);
                    typed.setCharAt(one, code.charAt(other));
                    typed.setCharAt(other, code.charAt(one));
                    assertThat(TagCode.read(typed.toString()).isPresent())
                            .as("seed %d, %s for %s", SEED, typed, code)
                            .isEqualTo(typed.toString().equals(code));
                }
            }
        }
    }

    @Test
    void aCodeIsReadAsPeopleAndScannersWriteIt() {
        TagCode code = TagCode.make(random);
        String groups = code.inGroups();

        assertThat(Set.of(
                        groups,
                        groups.toLowerCase(java.util.Locale.ROOT),
                        " " + groups.replace('-', ' ') + " ",
                        code.text().replace('0', 'o').replace('1', 'l'),
                        "https://plumbline.office.example/x/" + code.text(),
                        "http://localhost:8080/x/" + code.text() + "/?scanned=1"))
                .allSatisfy(typed -> assertThat(TagCode.read(typed)).contains(code));
    }

    @Test
    void whatIsNoCodeIsNotRead() {
        String code = TagCode.make(random).text();

        assertThat(Set.of("", " ", "/", code.substring(1), code + "0", code.substring(0, 11) + "U", "E0007"))
                .allSatisfy(typed -> assertThat(TagCode.read(typed)).isEmpty());
        assertThatThrownBy(() -> new TagCode("00000000000Z")).hasMessageContaining("No code of a tag");
    }

    @Test
    void codesDoNotRepeatAndSayNothing() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 100_000; i++) {
            codes.add(TagCode.make(random).text());
        }

        assertThat(codes).hasSize(100_000).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{12}"));
    }
}
