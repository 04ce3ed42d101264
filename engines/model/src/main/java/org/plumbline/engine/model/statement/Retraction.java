package org.plumbline.engine.model.statement;

import java.time.Instant;

/** The decision that a statement no longer stands: who, when and why. The statement itself stays as it was. */
public record Retraction(RecorderId by, Instant at, String reason) {
    public Retraction {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a retraction needs a reason");
        }
    }
}
