package org.plumbline.reports;

import java.util.UUID;

/**
 * A statement chosen for a report. Statements that follow each other under the same heading share a table.
 *
 * @param statement its identifier
 * @param heading the words above it; empty for none
 */
public record Pick(UUID statement, String heading) {}
