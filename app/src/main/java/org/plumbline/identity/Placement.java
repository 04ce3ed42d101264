package org.plumbline.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * That a member belongs to a unit from then on.
 *
 * @param unit absent where the member is in none from then on
 * @param name of the unit as it is called now; empty where there is none
 */
public record Placement(Optional<UUID> unit, String name, Step said) {}
