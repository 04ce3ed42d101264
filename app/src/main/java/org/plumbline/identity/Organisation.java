package org.plumbline.identity;

import java.time.ZoneId;
import org.plumbline.kernel.OrganisationId;

/**
 * An organisation that works with Plumbline.
 *
 * @param name its name, unique here
 * @param numberScheme how its cases are numbered: literal text with {@code {yyyy}} for the year and {@code {nnnn}} for
 *     the running number, zero-padded to the count of n
 * @param zone the zone of its office
 */
public record Organisation(OrganisationId id, String name, String numberScheme, ZoneId zone) {}
