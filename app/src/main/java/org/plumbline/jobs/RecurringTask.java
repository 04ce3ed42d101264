package org.plumbline.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * Upkeep that comes round by itself.
 *
 * @param failures in a row
 * @param server which server works on it; empty while none does
 */
public record RecurringTask(
        String name,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        Optional<Instant> next,
        int failures,
        String server) {}
