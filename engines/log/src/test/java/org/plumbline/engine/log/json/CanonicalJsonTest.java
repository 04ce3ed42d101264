package org.plumbline.engine.log.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.TreeHasher;

class CanonicalJsonTest {
    private static final Json NULL = new Json.Nothing();

    /** The sorting example of RFC 8785 section 3.2.3. */
    @Test
    void keysAreOrderedByCodeUnits() throws Exception {
        var fields = new LinkedHashMap<String, Json>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            fields.put(key, NULL);
        }

        assertThat(text(new Json.Fields(fields)))
                .isEqualTo("{\"\\r\":null,\"1\":null,\"\u0080\":null,\"\u00f6\":null,\"\u20ac\":null,"
                        + "\"\ud83d\ude00\":null,\"\ufb33\":null}");
    }

    /** The text of RFC 8785 section 3.2.2. */
    @Test
    void textsAreEscapedAsLittleAsMayBe() throws Exception {
        assertThat(text(new Json.Text("\u20ac$\u000F\nA'B\"\\\\\"/")))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(text(new Json.Text("\b\t\f\r\u0000\u001f\u007f\u2028")))
                .isEqualTo("\"\\b\\t\\f\\r\\u0000\\u001f\u007f\u2028\"");
    }

    @Test
    void valuesHaveNoSpaceBetweenThem() throws Exception {
        Json value = new Json.Fields(Map.of(
                "b", new Json.Items(List.of(new Json.Whole(-0), new Json.Whole(CanonicalJson.LARGEST), NULL)),
                "a", new Json.Fields(Map.of()),
                "c", new Json.Items(List.of(new Json.Flag(true), new Json.Flag(false), new Json.Items(List.of())))));

        assertThat(text(value)).isEqualTo("{\"a\":{},\"b\":[0,9007199254740991,null],\"c\":[true,false,[]]}");
    }

    @Test
    void whatReadersDisagreeOnIsRefused() {
        assertThat(Faults.of(() -> CanonicalJson.write(new Json.Whole(1L << 53))))
                .isEqualTo(Fault.JSON_NUMBER);
        assertThat(Faults.of(() -> CanonicalJson.write(new Json.Whole(Long.MIN_VALUE))))
                .isEqualTo(Fault.JSON_NUMBER);
        for (String half : List.of("\ud83d", "\ude00", "\ud83dx", "\ude00\ud83d", "x\ud83d")) {
            assertThat(Faults.of(() -> CanonicalJson.write(new Json.Text(half))))
                    .isEqualTo(Fault.JSON_SURROGATE);
            assertThat(Faults.of(() -> CanonicalJson.write(new Json.Fields(Map.of(half, NULL)))))
                    .isEqualTo(Fault.JSON_SURROGATE);
        }
        Json deep = Stream.iterate(NULL, inner -> (Json) new Json.Items(List.of(inner)))
                .skip(100)
                .findFirst()
                .orElseThrow();
        assertThat(Faults.of(() -> CanonicalJson.write(deep))).isEqualTo(Fault.JSON_DEPTH);
        byte[] brackets = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThat(Faults.of(() -> CanonicalJson.read(brackets))).isEqualTo(Fault.JSON_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "[,1]",
                "[1 ]",
                " 1",
                "1 ",
                "01",
                "-0",
                "-",
                "1.0",
                "1e3",
                "tru",
                "nul",
                "truex",
                "\"",
                "\"\\u000a\"",
                "\"\\u000F\"",
                "\"\\/\"",
                "\"\\x\"",
                "\"\\u00e\"",
                "\"\\u0041\"",
                "{\"a\":1,\"a\":1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,}",
                "{\"a\" :1}",
                "{a:1}",
                "{\"a\"}",
                "1\n",
                "[1][1]"
            })
    void anyOtherFormIsNotRead(String text) {
        assertThat(Faults.of(() -> CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8))))
                .isIn(Fault.JSON_NOT_CANONICAL, Fault.NOT_A_NUMBER);
    }

    @Test
    void everyValueIsReadBackAndEveryFlippedBitIsAnotherValueOrNone() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seeded JSON: -Dseed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Json value = random(random, 4);
            byte[] bytes = CanonicalJson.write(value);

            assertThat(CanonicalJson.read(bytes)).isEqualTo(value);
            byte[] flipped = bytes.clone();
            int bit = random.nextInt(bytes.length * 8);
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                assertThat(CanonicalJson.read(flipped)).isNotEqualTo(value);
            } catch (Refused refused) {
                assertThat(refused.fault())
                        .isIn(
                                Fault.JSON_NOT_CANONICAL,
                                Fault.NOT_A_NUMBER,
                                Fault.NOT_UTF8,
                                Fault.CONTROL_CHARACTER,
                                Fault.JSON_NUMBER,
                                Fault.JSON_SURROGATE);
            }
        }
    }

    @Test
    void commitmentHoldsForThisEntryAndSaltAlone() throws Exception {
        var entry = new Json.Fields(Map.of("action", new Json.Text("cases.open"), "case", new Json.Text("2031-0007")));
        var other = new Json.Fields(Map.of("action", new Json.Text("cases.open"), "case", new Json.Text("2031-0008")));
        Salt salt = Salt.of(new byte[32]);
        Salt otherSalt = Salt.random(new SecureRandom());

        Commitment commitment = Commitment.to(entry, salt);

        commitment.verify(entry, Salt.of(salt.bytes()));
        assertThat(Faults.of(() -> commitment.verify(other, salt))).isEqualTo(Fault.COMMITMENT_MISMATCH);
        assertThat(Faults.of(() -> commitment.verify(entry, otherSalt))).isEqualTo(Fault.COMMITMENT_MISMATCH);
        assertThat(Faults.of(() -> Salt.of(new byte[31]))).isEqualTo(Fault.SALT_LENGTH);
        assertThat(commitment.leaf()).isEqualTo(new TreeHasher().leaf(commitment.bytes()));
        assertThat(salt).hasToString("salt");
    }

    /** Computed with another tool; it fails when the format of what is on record changes. */
    @Test
    void commitmentIsTheHashOfThisText() throws Exception {
        var entry = new Json.Fields(Map.of("action", new Json.Text("cases.open")));
        String text = "{\"entry\":{\"action\":\"cases.open\"},\"format\":\"plumbline.org/entry@v1\",\"salt\":\""
                + "00".repeat(32) + "\"}";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));

        assertThat(Commitment.to(entry, Salt.of(new byte[32])).hash()).isEqualTo(Hash.of(digest));
    }

    private static Json random(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Json.Text(word(random));
            case 1 -> new Json.Whole((random.nextLong() >> (11 + random.nextInt(50))));
            case 2 -> new Json.Flag(random.nextBoolean());
            case 3 -> NULL;
            case 4 ->
                new Json.Items(Stream.generate(() -> random(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> {
                var fields = new LinkedHashMap<String, Json>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.put(word(random), random(random, depth - 1));
                }
                yield new Json.Fields(fields);
            }
        };
    }

    private static String word(Random random) {
        int[] alphabet = {'a', 'Z', '"', '\\', '/', '\n', '\b', 0, 0x1f, 0x7f, 0xe9, 0x2028, 0x20ac, 0xfb33, 0x1f600};
        return random.ints(random.nextInt(6), 0, alphabet.length)
                .map(i -> alphabet[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String text(Json value) throws Refused {
        return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
    }
}
