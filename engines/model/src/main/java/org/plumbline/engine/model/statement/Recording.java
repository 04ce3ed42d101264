package org.plumbline.engine.model.statement;

import java.time.Instant;

/** Who put a statement on record, and when. */
public record Recording(RecorderId by, Instant at) {}
