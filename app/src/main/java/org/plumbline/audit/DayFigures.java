package org.plumbline.audit;

import java.time.LocalDate;

/**
 * How much was done in an organisation on one day.
 *
 * @param acts acts done
 * @param consultations pages and answers shown
 * @param refusals what was refused
 * @param apart acts of the one action that was asked for apart
 */
public record DayFigures(LocalDate day, long acts, long consultations, long refusals, long apart) {}
