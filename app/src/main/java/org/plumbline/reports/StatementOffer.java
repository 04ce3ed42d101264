package org.plumbline.reports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements to choose from.
 *
 * @param quotes grouped by entity
 * @param next the cursor of the next entities; absent when these are the last
 */
public record StatementOffer(List<Quote> quotes, Optional<UUID> next) {
    public StatementOffer {
        quotes = List.copyOf(quotes);
    }
}
