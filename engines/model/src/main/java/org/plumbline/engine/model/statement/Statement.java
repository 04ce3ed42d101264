package org.plumbline.engine.model.statement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sourced statement about one entity. It is never edited: a correction is a retraction and a new statement.
 *
 * @param id made by the application
 * @param claim what is stated
 * @param source what it rests on, and where in it
 * @param grading fact or assessment, with its grades
 * @param validity the time for which it is said
 * @param recording who put it on record, and when
 * @param withdrawn the retraction, when there is one
 */
public record Statement(
        UUID id,
        Claim claim,
        Source source,
        Grading grading,
        Validity validity,
        Recording recording,
        @Nullable Retraction withdrawn) {

    public Statement {
        if (withdrawn != null && withdrawn.at().isBefore(recording.at())) {
            throw new IllegalArgumentException("a statement cannot be retracted before it was recorded");
        }
    }

    /** The retraction, when there is one. */
    public Optional<Retraction> retraction() {
        return Optional.ofNullable(withdrawn);
    }

    /** The same statement, retracted. A second retraction is refused: the first one stands. */
    public Statement retracted(Retraction retraction) {
        if (withdrawn != null) {
            throw new IllegalStateException("statement " + id + " is already retracted");
        }
        return new Statement(id, claim, source, grading, validity, recording, retraction);
    }

    /** Whether it was on record and not retracted at that moment; the moment of an act counts as after it. */
    public boolean stoodAt(Instant moment) {
        return !recording.at().isAfter(moment)
                && retraction().map(act -> act.at().isAfter(moment)).orElse(true);
    }
}
