package org.plumbline.identity;

import java.time.ZoneId;
import org.plumbline.kernel.OrganisationId;

/**
 * An organisation that works with Plumbline, as it is now.
 *
 * @param name its name, unique here
 * @param numberScheme how its next cases are numbered
 * @param zone the zone of its office
 */
public record Organisation(OrganisationId id, String name, NumberScheme numberScheme, ZoneId zone) {}
