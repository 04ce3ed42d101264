package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.search.index.Harbour.document;
import static org.plumbline.search.index.Harbour.key;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLanguageTest {
    @TempDir
    static Path folder;

    private static SearchIndex index;

    @BeforeAll
    static void fill() {
        index = Harbour.holding(
                folder,
                document(1, "Berth ledger", "The harbour ledger lists cranes and berths of the north quay."),
                document(2, "Crane contract", "A contract for two cranes, signed on the south quay."),
                new Indexed(
                        key(3),
                        "mail",
                        Harbour.OPEN,
                        Optional.of(Harbour.CASE),
                        "Re: dredging order",
                        Body.of("The dredging order was never a contract."),
                        Attributes.none()
                                .typed("message/rfc822", "mail")
                                .in("en")
                                .dated(LocalDate.of(2018, 6, 30))
                                .sent(
                                        List.of("Mara Quill <mara@harbour.example>"),
                                        List.of("berth-office@port.example"))),
                document(
                        4,
                        Harbour.OPEN,
                        "Scan",
                        Body.of("north of the quay lies a harbour"),
                        Attributes.none()
                                .typed("application/pdf", "pdf")
                                .in("de")
                                .dated(LocalDate.of(2019, 2, 1))
                                .outOf("E05")
                                .named("seized/orders_2018_final.pdf")
                                .by(List.of("Ilse Brandt"))));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "harbour ledger | 1",
                "harbour AND ledger | 1",
                "harbour && ledger | 1",
                "dredging OR ledger | 1 3",
                "`dredging || ledger` | 1 3",
                "contract NOT dredging | 2",
                "contract -dredging | 2",
                "contract !dredging | 3",
                "+contract +dredging | 3",
                "NOT quay | 3",
                "NOT NOT dredging | 3",
                "dredging OR NOT quay | 3",
                "(harbour OR dredging) AND (ledger OR order) | 1 3 4",
                "dredging OR harbour ledger | 1 3",
                "`\"north quay\"` | 1",
                "`\"quay north\"~5` | 1 4",
                "`\"north quay\"~2` | 1 4",
                "`“north quay”` | 1",
                "cran* | 1 2",
                "*ledge* | 1",
                "cr?ne | 2",
                "dr*ing | 3",
                "ledgre~ | 1",
                "ledgee~1 | 1",
                "title:crane | 2",
                "title:(berth OR scan) | 1 4",
                "subject:dredging | 3",
                "body:\"never a contract\" | 3",
                "from:quill | 3",
                "from:mara@harbour.example | 3",
                "from:*@harbour.example | 3",
                "to:berth-office | 3",
                "author:brandt | 4",
                "type:pdf | 4",
                "type:application/pdf | 4",
                "type:mail | 3",
                "kind:mail | 3",
                "language:de | 4",
                "name:orders | 4",
                "orders_2018_final.pdf | 4",
                "orders_20* | 4",
                "source:E05 | 4",
                "e05 | 4",
                "date:2018 | 3",
                "date:2018-06 | 3",
                "date:2018-06-30 | 3",
                "date:[2018 TO 2019-01] | 3",
                "date:[2018-07 TO *] | 4",
                "date:[* TO 2019-02] | 3 4",
                "date:>=2018-06-30 | 3 4",
                "date:>2018 | 4",
                "date:<2018-07 | 3",
                "date:<=2018 | 3",
                "-date:[1900 TO *] quay | 1 2",
                "Re: dredging | 3",
                "harbour & ledger | 1",
                "- ledger | 1",
                "harbour \\(ledger\\) | 1",
                "contracts | 2 3",
                "berth* title:ledger | 1",
            })
    void queryFindsExactlyTheseDocuments(String query, String numbers) {
        List<Integer> expected =
                List.of(numbers.split(" ")).stream().map(Integer::valueOf).toList();

        assertThat(Harbour.numbers(index, query)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void blankQueryFindsEverything() {
        assertThat(Harbour.found(index, "  \u3000").total()).isEqualTo(4);
    }

    @Test
    void quotedWordIsTakenAsWritten() {
        assertThat(Harbour.numbers(index, "\"contracts\"")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is refused as {1} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "harbour \"ledger | query-quote-unclosed | 8",
                "(harbour | query-bracket-unclosed | 0",
                "harbour) ledger | query-bracket-unopened | 7",
                "harbour () | query-word-missing | 9",
                "AND harbour | query-word-missing | 0",
                "harbour OR | query-word-missing | 10",
                "harbour NOT | query-word-missing | 11",
                "colour:red | query-field-unknown | 0",
                "a title: | query-field-empty | 2",
                "date:junebug | query-date-unreadable | 5",
                "date:2018-13 | query-date-unreadable | 5",
                "date:2019-02-29 | query-date-unreadable | 5",
                "date:[2018 2019] | query-range-unreadable | 6",
                "date:[2018 TO 201x] | query-date-unreadable | 14",
                "date:[2019 TO 2018] | query-range-backwards | 6",
                "date:[2018 TO 2019 | query-range-unclosed | 5",
                "title:[a TO b] | query-range-field | 6",
                "* | query-wildcard-too-broad | 0",
                "x a* | query-wildcard-too-broad | 2",
                "*ab | query-wildcard-too-broad | 0",
                "a?b?c?d?e?f?g?h?i?j | query-wildcard-too-complex | 0",
                "harbour~3 | query-fuzzy-unreadable | 7",
                "o'brien~1 | query-fuzzy-one-word | 0",
                "ab~1 | query-fuzzy-too-short | 0",
                "\"a b\"~ | query-proximity-unreadable | 5",
                "\"a b\"~999 | query-proximity-unreadable | 5",
                "--- | query-without-words | 0",
            })
    void unreadableQueryIsRefusedWithReasonAndPlace(String query, String code, int at) {
        Answer answer = index.search(SearchRequest.of(query, Harbour.REACH));

        assertThat(answer).isInstanceOf(Answer.Misread.class);
        Problem problem = ((Answer.Misread) answer).problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.at()).isEqualTo(at);
    }

    @Test
    void queryOverAnyLimitIsRefused() {
        assertThat(code("a".repeat(2001))).isEqualTo("query-too-long");
        assertThat(code("ab ".repeat(101))).isEqualTo("query-too-many-words");
        assertThat(code("abc* ".repeat(21))).isEqualTo("query-wildcard-too-many");
        assertThat(code("(".repeat(21) + "a" + ")".repeat(21))).isEqualTo("query-too-deep");
    }

    private String code(String query) {
        return ((Answer.Misread) index.search(SearchRequest.of(query, Harbour.REACH)))
                .problem()
                .code();
    }
}
