package org.plumbline.engine.model.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.model.Openness;

class EntityViewTest {
    private static final Instant LATER = Harbour.START.plusSeconds(3600);

    private final Harbour harbour = new Harbour();

    @Test
    void theMostSpecificStatedKindIsShown() {
        EntityView view = view(
                harbour.states("freight", "LegalEntity", "name", "Harbour Freight"),
                harbour.states("freight", "Company", "jurisdiction", "nl"),
                harbour.states("freight", "Organization", "name", "Harbour Freight"));

        assertThat(view.schema().name()).isEqualTo("Company");
        assertThat(view.conflicts()).isEmpty();
    }

    @Test
    void kindsThatDoNotFitTogetherAreAConflictAndTheFirstStatedIsShown() {
        EntityView view = view(
                harbour.states("mills", "Person", "name", "A. Mills"),
                harbour.states("mills", "Company", "name", "A. Mills", Harbour.LETTER),
                harbour.states("mills", "Company", "email", "office@mills.example", Harbour.LETTER));

        assertThat(view.schema().name()).isEqualTo("Person");
        assertThat(view.conflicts()).containsExactly(new Conflict.Schemata(List.of("Company", "Person")));
        assertThat(view.values("email").getFirst().rule().openness())
                .as("what may also be a person is treated as one")
                .isEqualTo(Openness.MARKED);
    }

    @Test
    void aValueShowsEverySourceThatGivesIt() {
        EntityView view = view(
                harbour.states("award", "ContractAward", "amount", "19400000", Harbour.REGISTER),
                harbour.states(
                        new Claim(
                                new EntityId("award"),
                                "ContractAward",
                                "amount",
                                "19400000",
                                "$19.4 million",
                                "eng",
                                "approximate"),
                        Harbour.ARTICLE,
                        Validity.open()));

        StatedValue amount = view.values("amount").getFirst();
        assertThat(view.values("amount")).hasSize(1);
        assertThat(amount.sources()).containsExactly(Harbour.REGISTER, Harbour.ARTICLE);
        assertThat(amount.qualifiers()).containsExactly("approximate");
        assertThat(amount.originals()).containsExactly("19400000", "$19.4 million");
        assertThat(view.conflicts()).isEmpty();
    }

    @Test
    void differentValuesFromDifferentSourcesStandSideBySide() {
        EntityView view = view(
                harbour.states("freight", "Company", "incorporationDate", "2018-10-23"),
                harbour.states("freight", "Company", "incorporationDate", "2019", Harbour.LETTER));

        assertThat(view.conflicts()).hasSize(1).first().isInstanceOfSatisfying(Conflict.Values.class, conflict -> {
            assertThat(conflict.property()).isEqualTo("incorporationDate");
            assertThat(conflict.values()).extracting(StatedValue::value).containsExactly("2018-10-23", "2019");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "incorporationDate, 2018, 2018-10-23",
        "incorporationDate, 2018-10, 2018-10-23",
        "amount, 19400000, 19400000.00",
        "jurisdiction, nl, NL",
        "name, Harbour Freight, Harbour Freight BV",
        "country, nl, be",
        "registrationNumber, 4711, 0815"
    })
    void whatOnlySaysMoreOrMayBeSeveralIsNoConflict(String property, String one, String other) {
        EntityView view = view(
                harbour.states("freight", "Company", property, one),
                harbour.states("freight", "Company", property, other, Harbour.LETTER));

        assertThat(view.conflicts()).isEmpty();
        assertThat(view.values(property)).hasSize(2);
    }

    @Test
    void twoValuesAtOnePlaceOfOneSourceAreNoConflict() {
        EntityView view = view(
                harbour.states("freight", "Company", "jurisdiction", "nl"),
                harbour.states("freight", "Company", "jurisdiction", "be"));

        assertThat(view.conflicts()).isEmpty();
    }

    @Test
    void valuesForDifferentTimesAreNoConflict() {
        EntityView view = view(
                harbour.states(
                        new Claim(new EntityId("freight"), "Company", "jurisdiction", "nl", "nl", "", ""),
                        Harbour.REGISTER,
                        new Validity(null, Harbour.date("2030-06-30"))),
                harbour.states(
                        new Claim(new EntityId("freight"), "Company", "jurisdiction", "be", "be", "", ""),
                        Harbour.LETTER,
                        new Validity(Harbour.date("2030-07-01"), null)));

        assertThat(view.conflicts()).isEmpty();
    }

    @Test
    void theViewIsWhatWasKnownAtThatMoment() {
        Statement first = harbour.states("freight", "Company", "name", "Harbor Fright");
        Statement correction = harbour.states("freight", "Company", "name", "Harbour Freight");
        Statement retracted = first.retracted(
                new Retraction(Harbour.CLERK, correction.recording().at(), "misread"));
        List<Statement> all = List.of(retracted, correction);

        assertThat(names(all, Harbour.START)).isEmpty();
        assertThat(names(all, first.recording().at())).containsExactly("Harbor Fright");
        assertThat(names(all, correction.recording().at())).containsExactly("Harbour Freight");
    }

    @Test
    void theBestSourcedNameIsTheCaption() {
        EntityView view = view(
                harbour.states("freight", "Company", "name", "HF"),
                harbour.states("freight", "Company", "name", "Harbour Freight"),
                harbour.states("freight", "Company", "name", "Harbour Freight", Harbour.LETTER));

        assertThat(view.caption().orElseThrow().value()).isEqualTo("Harbour Freight");
    }

    @Test
    void aMarkedValueIsNoCaption() {
        EntityView view = view(harbour.states("mills", "Person", "email", "a.mills@harbour.example"));

        assertThat(view.caption()).isEmpty();
        assertThat(view.captionWithMarked().orElseThrow().value()).isEqualTo("a.mills@harbour.example");
    }

    @Test
    void aRefusedPropertyIsLeftOutAndNamed() {
        EntityView view = view(
                harbour.states("mills", "Person", "name", "A. Mills"),
                harbour.states("mills", "Person", "height", "180"));

        assertThat(view.values()).containsOnlyKeys("name");
        assertThat(view.refused()).containsExactly("height");
    }

    @Test
    void statementsAboutTwoEntitiesMakeNoView() {
        assertThatIllegalStateException()
                .isThrownBy(() -> view(
                        harbour.states("freight", "Company", "name", "Harbour Freight"),
                        harbour.states("mills", "Person", "name", "A. Mills")));
    }

    private static EntityView view(Statement... statements) {
        return EntityView.asKnownAt(Harbour.VOCABULARY, Harbour.POLICY, List.of(statements), LATER)
                .orElseThrow();
    }

    private static List<String> names(List<Statement> statements, Instant moment) {
        return EntityView.asKnownAt(Harbour.VOCABULARY, Harbour.POLICY, statements, moment).stream()
                .flatMap(view -> view.values("name").stream())
                .map(StatedValue::value)
                .toList();
    }
}
