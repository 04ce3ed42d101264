package org.plumbline.charts;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.Subject;

/**
 * An entity as a chart shows it.
 *
 * @param caption what names it; empty when nothing open does
 * @param schema its kind in the vocabulary
 * @param role what it is in the case, where it is one of its subjects
 */
public record ChartNode(UUID id, String caption, String schema, Optional<Subject.Role> role) {}
