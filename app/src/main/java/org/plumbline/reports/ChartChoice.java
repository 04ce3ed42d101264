package org.plumbline.reports;

import java.util.UUID;

/** A chart of the case, by name. */
public record ChartChoice(UUID id, String title) {}
