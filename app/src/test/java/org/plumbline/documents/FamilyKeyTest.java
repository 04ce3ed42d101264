package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of families compare as the numbers of their references do. */
class FamilyKeyTest extends ApplicationTest {
    private static final int DIGITS = 9;

    @Autowired
    private JdbcClient db;

    @Test
    void keysAreInTheOrderOfTheNumbers() {
        var random = new Random(2031);
        List<String> references = IntStream.range(0, 2_000)
                .mapToObj(i -> reference(random))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Map<String, String> keys = new HashMap<>();
        db.sql("select r, documents.family_key(r) as key from unnest(:references) as r")
                .param("references", references.toArray(String[]::new))
                .query((row, n) -> keys.put(row.getString("r"), row.getString("key")))
                .list();
        references.sort((a, b) -> compare(numbers(a), numbers(b)));

        assertThat(references)
                .isSortedAccordingTo((a, b) -> keys.getOrDefault(a, "").compareTo(keys.getOrDefault(b, "")));
        assertThat(keys.values()).hasSize(references.size()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoReferenceHasAnEmptyKey() {
        for (String none : List.of("", "E", "K1-", "E1-", "E1-x", "E12345678901", "F0001")) {
            assertThat(db.sql("select documents.family_key(:r)")
                            .param("r", none)
                            .query(String.class)
                            .single())
                    .as(none)
                    .isEmpty();
        }
    }

    private static String reference(Random random) {
        String compartment = random.nextInt(3) == 0 ? "K" + number(random, DIGITS - 1) + "-" : "";
        String places = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> "-" + number(random, DIGITS))
                .collect(Collectors.joining());
        return compartment + "E%04d".formatted(number(random, 4)) + places;
    }

    /** From 1 on, as often with few digits as with many. */
    private static int number(Random random, int digits) {
        return 1 + random.nextInt((int) Math.pow(10, 1 + random.nextInt(digits)) - 1);
    }

    private static List<Integer> numbers(String reference) {
        String whole = reference.startsWith("K") ? reference : "K0-" + reference;
        var numbers = new ArrayList<Integer>();
        for (String part : whole.replace("K", "").replace("E", "").splitWithDelimiters("-", 0)) {
            if (!part.equals("-")) {
                numbers.add(Integer.valueOf(part));
            }
        }
        return Collections.unmodifiableList(numbers);
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
