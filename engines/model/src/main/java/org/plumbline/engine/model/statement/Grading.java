package org.plumbline.engine.model.statement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a statement is a fact or an assessment (Directive (EU) 2016/680 art. 7), with its Admiralty grades. */
public sealed interface Grading {
    /** What a source states; grades are welcome and not required. */
    record Fact(@Nullable SourceGrade source, @Nullable InformationGrade information) implements Grading {
        /** A fact without grades. */
        public static Fact ungraded() {
            return new Fact(null, null);
        }
    }

    /** What someone concludes; both grades are required. */
    record Assessment(SourceGrade source, InformationGrade information) implements Grading {}

    /** The letter, where it is graded. */
    default Optional<SourceGrade> sourceGrade() {
        return switch (this) {
            case Fact fact -> Optional.ofNullable(fact.source());
            case Assessment assessment -> Optional.of(assessment.source());
        };
    }

    /** The number, where it is graded. */
    default Optional<InformationGrade> informationGrade() {
        return switch (this) {
            case Fact fact -> Optional.ofNullable(fact.information());
            case Assessment assessment -> Optional.of(assessment.information());
        };
    }
}
