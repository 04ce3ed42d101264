package org.plumbline.postgres;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL could not be set up, started or reached; the message says what was tried, what came back and what to do.
 */
public final class PostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresFailure(String message) {
        this(message, null);
    }

    PostgresFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
