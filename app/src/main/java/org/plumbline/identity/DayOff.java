package org.plumbline.identity;

import java.time.LocalDate;
import java.util.UUID;

/** A day on which an organisation does not work, though its weekday may be one of work. */
public record DayOff(UUID id, LocalDate day, String name) {}
