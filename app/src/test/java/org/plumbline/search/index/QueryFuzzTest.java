package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFuzzTest {
    private static final List<String> PARTS = List.of(
            "AND",
            "OR",
            "NOT",
            "(",
            ")",
            "\"",
            "“",
            "”",
            "~",
            "~1",
            "~2",
            "*",
            "?",
            ":",
            "title:",
            "date:",
            "[2018 TO *]",
            "[",
            "]",
            "TO",
            "+",
            "-",
            "\\",
            "^",
            "{",
            "}",
            "!",
            "&&",
            "||",
            "/",
            "harbour",
            "crane",
            "2018",
            "2018-13",
            "合同",
            "データ",
            "ก",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00",
            "\uFDD0",
            "\uFDD1",
            "\u0000",
            "\u0001",
            "\u200D",
            "\u2060",
            "-\n",
            "\u00AD",
            "\u0301",
            "\u202E",
            "ﬃ",
            "ß",
            "İ",
            "<",
            ">=",
            "'",
            "=",
            "a",
            "aaaaaaaaaaaaaaaa");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void noInputMakesASearchThrow(long seed) {
        var random = new Random(seed);
        try (SearchIndex index = Harbour.holding(
                folder,
                Harbour.document(1, "Crane", "harbour crane 合同 データ \uD83D\uDE00 a\uD800b"),
                Harbour.document(2, "\uDC00\u0000", ""))) {
            int read = 0;
            for (int i = 0; i < 2_000; i++) {
                String query = query(random);
                Answer answer = index.search(SearchRequest.of(query, Harbour.REACH));
                Places places = index.matches(Harbour.REACH, Harbour.key(1), query);
                index.suggest(Harbour.REACH, query, 5);
                assertThat(places instanceof Places.Misread).as(query).isEqualTo(answer instanceof Answer.Misread);
                switch (answer) {
                    case Answer.Found found -> read += found.total() > 0 ? 1 : 0;
                    case Answer.Misread misread ->
                        assertThat(misread.problem().at()).as(query).isBetween(0, query.length());
                }
            }
            assertThat(read).as("queries that found something").isGreaterThan(50);
        }
    }

    private static String query(Random random) {
        var query = new StringBuilder();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            query.append(
                    random.nextInt(8) == 0
                            ? new String(Character.toChars(random.nextInt(Character.MAX_CODE_POINT + 1)))
                            : PARTS.get(random.nextInt(PARTS.size())));
            query.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return query.toString();
    }
}
