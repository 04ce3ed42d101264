package org.plumbline.site.web;

import java.util.function.Predicate;
import org.plumbline.kernel.Acting;

/**
 * An entry of the rail. Modules contribute beans of this type.
 *
 * @param key names the place; its word is the message {@code place.<key>}
 * @param icon an icon of the sprite
 * @param href where it leads; the place is current on this path and below it
 * @param order small numbers stand first; from 100 on it stands at the foot of the rail
 * @param open who may use it; others do not see it
 */
public record Place(String key, String icon, String href, int order, Predicate<Acting> open) {
    static final int FOOT = 100;
}
