package org.plumbline.engine.model.statement;

import java.util.UUID;

/** Identifies the member or service actor who recorded or retracted a statement. */
public record RecorderId(UUID value) {}
