package org.plumbline.engine.model.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatementTest {
    private final Statement statement = new Harbour().states("freight", "Company", "name", "Harbour Freight");
    private final Instant recorded = statement.recording().at();

    @Test
    void aStatementStandsFromItsRecordingToItsRetraction() {
        Statement retracted = statement.retracted(
                new Retraction(Harbour.CLERK, recorded.plusSeconds(60), "wrong row of the register"));

        assertThat(statement.stoodAt(recorded.minusNanos(1))).isFalse();
        assertThat(statement.stoodAt(recorded)).isTrue();
        assertThat(retracted.stoodAt(recorded.plusSeconds(59))).isTrue();
        assertThat(retracted.stoodAt(recorded.plusSeconds(60))).isFalse();
    }

    @Test
    void aStatementIsRetractedOnce() {
        var retraction = new Retraction(Harbour.CLERK, recorded, "wrong row of the register");
        Statement retracted = statement.retracted(retraction);

        assertThatIllegalStateException().isThrownBy(() -> retracted.retracted(retraction));
    }

    @Test
    void aRetractionNeedsAReasonAndComesAfterTheRecording() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retraction(Harbour.CLERK, recorded, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> statement.retracted(new Retraction(Harbour.CLERK, recorded.minusSeconds(1), "early")));
    }

    @Test
    void anAssessmentCarriesBothGradesAndAFactNeedsNone() {
        Grading assessment = new Grading.Assessment(SourceGrade.B, InformationGrade.PROBABLY_TRUE);

        assertThat(assessment.sourceGrade()).contains(SourceGrade.B);
        assertThat(assessment.informationGrade().orElseThrow().number()).isEqualTo(2);
        assertThat(Grading.Fact.ungraded().sourceGrade()).isEmpty();
        assertThat(InformationGrade.of(6)).isEqualTo(InformationGrade.CANNOT_BE_JUDGED);
        assertThatIllegalArgumentException().isThrownBy(() -> InformationGrade.of(7));
    }

    @Test
    void aLocatorPointsToSomethingThatCanExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Locator.Page(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Locator.RegisterRow(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Locator.TextRange(-1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Locator.TextRange(0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Locator.Url(URI.create("harbour.html"), LocalDate.of(2031, 1, 1)));
    }

    @Test
    void aValidityEndsAfterItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validity(Harbour.date("2031-03"), Harbour.date("2030")));
        assertThat(new Validity(Harbour.date("2031-03"), Harbour.date("2031")).begins())
                .isPresent();
    }

    @Test
    void validitiesOverlapOnlyWhereADayCanBeInBoth() {
        var before = new Validity(null, Harbour.date("2030-06-30"));
        var after = new Validity(Harbour.date("2030-06-30"), null);

        assertThat(before.mayOverlap(after)).isFalse();
        assertThat(after.mayOverlap(before)).isFalse();
        assertThat(before.mayOverlap(new Validity(Harbour.date("2030-06"), null)))
                .isTrue();
        assertThat(before.mayOverlap(Validity.open())).isTrue();
    }
}
