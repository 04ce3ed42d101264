package org.plumbline.search.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refused;
import org.plumbline.search.NamesInCase.Name;

/** How a list is read, and the lines it is held against. */
class TermsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Policy POLICY = Policy.load(VOCABULARY);
    private static final MarkedColumns MARKED = new MarkedColumns(VOCABULARY, POLICY);
    private static final List<Name> KNOWN = List.of(
            new Name("Ilse Marrow", true, Optional.empty()),
            new Name("Olu Keel", true, Optional.empty()),
            new Name("Keel & Sons", false, Optional.empty()));

    @Test
    void rowsAreReadWithTheirNumbersAndEachTermOnce() {
        Terms terms = read("name;note\nNorth Quay Dredging;a\n\n\"Crane; and hoist\";b\nNorth Quay Dredging;c\n");

        assertThat(terms.all())
                .extracting(Terms.Term::row, Terms.Term::text, Terms.Term::query)
                .containsExactly(
                        tuple(2, "North Quay Dredging", "\"North Quay Dredging\""),
                        tuple(4, "Crane; and hoist", "\"Crane; and hoist\""));
        assertThat(terms.repeated()).isEqualTo(1);
    }

    @Test
    void theDigestIsOfTheTermsAndNotOfHowTheyAreWritten() {
        assertThat(read("name\nquay\ncrane\n").digest())
                .isEqualTo(read("what,name\r\n1,quay\r\n2,crane", "name").digest());
        assertThat(read("name\nquay\ncrane\n").digest().hex())
                // printf 'quay\ncrane\n' | sha256sum
                .isEqualTo("3316ac163e08bb5cab96f183ce93f78c81778fc87d215ab0e4f9294e745cdc17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE"})
    void otherCharsetsAreRecognised(String charset) {
        String list =
                "name\nHäfen und Kräne Gesellschaft\nMüllerstraße Lagerhäuser für Getreide\nKöln Güterbahnhof Süd\n";
        byte[] bytes = (charset.startsWith("UTF-16") ? "\uFEFF" + list : list).getBytes(Charset.forName(charset));

        Terms terms = Terms.read(
                        new Given(ListText.of(bytes), true, "", "", "nobody", false),
                        new Persons(KNOWN),
                        MARKED,
                        new Input())
                .orElseThrow();

        assertThat(terms.all()).extracting(Terms.Term::text).contains("Köln Güterbahnhof Süd");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsRow() {
        assertThat(code("")).isEqualTo("field-missing");
        assertThat(code("name\n")).isEqualTo("field-missing");
        assertThat(code("name\nquay\n\"crane\n")).isEqualTo("batch-row-torn {row=3}");
        assertThat(code("name\nquay\n...\n")).isEqualTo("batch-row-without-words {row=3, value=...}");
        assertThat(code("name\n" + "x".repeat(301))).isEqualTo("batch-row-too-long {most=300, row=2}");
        assertThat(code("a\0b")).isEqualTo("batch-not-text");
        assertThat(code("a,b\nc,d", "third", ""))
                .startsWith("batch-no-such-column")
                .contains("a, b");
        assertThat(code("a,b\nc,d", "3", "")).startsWith("batch-no-such-column");
        assertThat(code("a\n" + "quay \n".repeat(800_000))).isEqualTo("batch-too-large {most=4000000}");
        assertThat(code("name\nquay\nilse@quay.example\n"))
                .isEqualTo("batch-row-of-contact-data {row=3, value=ilse@quay.example}");
        assertThat(code(language("name\nquay\ncrane AND (\n")))
                .startsWith("batch-row-unreadable")
                .contains("row=3");
    }

    @Test
    void aThousandTermsAreTheMost() {
        assertThat(read("name\n" + numbered("quay", 1000)).all()).hasSize(1000);
        assertThat(code("name\n" + numbered("quay", 1001))).isEqualTo("batch-too-many {most=1000}");
    }

    @Test
    void twoHundredPersonsAreTheMostHoweverTheyAreSaid() {
        String persons =
                IntStream.range(0, 201).mapToObj(i -> "Mara Quill " + i + "\n").collect(Collectors.joining());
        assertThat(code(given("name\n" + persons, "persons", "")))
                .isEqualTo("batch-too-many-persons {count=201, most=200}");
        String stated =
                IntStream.range(0, 201).mapToObj(i -> "quay " + i + ",Person\n").collect(Collectors.joining());
        assertThat(code("name,kind\n" + stated, "name", "kind"))
                .isEqualTo("batch-too-many-persons {count=201, most=200}");
        String names = IntStream.range(0, 201)
                .mapToObj(i -> "Dr Ilse " + (char) ('A' + i % 26) + (char) ('a' + i / 26) + "rrow\n")
                .collect(Collectors.joining());
        assertThat(code("name\n" + names)).startsWith("batch-too-many-recognised");
        assertThat(code(given("name\n" + names, "nobody", ""))).isEmpty();
    }

    @Test
    void whomTheCaseKnowsIsAPersonWhateverTheListSays() {
        Terms terms = Terms.read(
                        given(
                                "name,kind\nMarrow,company\nMarrow Ilse,company\nKeel,company\nOlu Keel,company\n",
                                "",
                                "kind"),
                        new Persons(KNOWN),
                        MARKED,
                        new Input())
                .orElseThrow();

        assertThat(terms.all()).extracting(Terms.Term::person).containsExactly(true, true, false, true);
        assertThat(code("name,kind\nquay,pier\n", "", "kind")).isEqualTo("batch-row-of-no-kind {row=2, value=pier}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "E-Mail",
                "Phone",
                "Mobile number",
                "nationality",
                "Citizenship",
                "passport no.",
                "ID number",
                "address",
                "country",
                "Place of Birth",
                "religion",
                "Ethnicity",
                "height",
                "eye color"
            })
    void aColumnThatIsMarkedForPersonsIsRefusedUnlessThereIsNone(String column) {
        String list = "name," + column + "\nNorth Quay Dredging,x\n";

        assertThat(code(list)).isEqualTo("batch-column-marked {value=" + column + "}");
        assertThat(code(given(list, "nobody", ""))).isEmpty();
        assertThat(code(given("name," + column + "\nIlse Marrow,x\n", "nobody", "")))
                .startsWith("batch-column-marked");
    }

    /** Every property of a person in the policy's file: open ones may stand beside a name, all others not. */
    @Test
    void everyPropertyOfAPersonIsHeldAgainstThePolicy() {
        Schema person = VOCABULARY.require("Person");

        person.properties().forEach((name, property) -> {
            boolean closed = POLICY.of("Person", name).openness() != Openness.OPEN;
            if (closed && !property.stub()) {
                assertThat(MARKED.in(List.of("name", name))).as(name).contains(name);
                assertThat(MARKED.in(List.of(property.label())))
                        .as(property.label())
                        .isPresent();
            }
        });
        assertThat(MARKED.in(List.of("name", "alias", "position", "birthDate", "note")))
                .isEmpty();
    }

    private static Terms read(String list, String... column) {
        Given given = given(list, "nobody", "");
        Given asked = column.length == 0 ? given : new Given(given.list(), true, column[0], "", "nobody", false);
        return Terms.read(asked, new Persons(KNOWN), MARKED, new Input()).orElseThrow();
    }

    private static String numbered(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + " " + i + "\n").collect(Collectors.joining());
    }

    private static String code(String list) {
        return code(given(list, "", ""));
    }

    private static String code(String list, String column, String kinds) {
        return code(new Given(ListText.typed(list), true, column, kinds, "", false));
    }

    private static String code(Given given) {
        var input = new Input();
        Terms.read(given, new Persons(KNOWN), MARKED, input);
        try {
            input.check();
            return "";
        } catch (Refused refused) {
            var field = refused.refusal().fields().getFirst();
            return field.arguments().isEmpty() ? field.code() : field.code() + " " + new TreeMap<>(field.arguments());
        }
    }

    private static Given language(String list) {
        return new Given(ListText.typed(list), true, "", "", "", true);
    }

    private static Given given(String list, String who, String kinds) {
        return new Given(ListText.typed(list), true, "", kinds, who, false);
    }
}
