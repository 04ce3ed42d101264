package org.plumbline.entities;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.kernel.Stamp;

/**
 * A statement with what the database needs beside it.
 *
 * @param pointsTo the entity its value names, where it names one
 * @param marked whether the policy marks it
 */
record StatementRow(Statement statement, Stamp stamp, Optional<UUID> pointsTo, boolean marked) {
    UUID subject() {
        return UUID.fromString(statement.claim().subject().value());
    }

    UUID source() {
        return UUID.fromString(statement.source().id());
    }
}
