package org.plumbline.engine.graph;

import java.util.UUID;

/**
 * One documented link from an entity to another.
 *
 * @param id the record that states it
 * @param type its schema, as a number of 0 to 32,767
 * @param source where it begins
 * @param target where it ends
 * @param label the label that decides who sees it, 0 or more
 * @param collection the case or collection that states it, 0 or more
 * @param from the first day on which it holds, counted from 1970-01-01; {@link Integer#MIN_VALUE} when open
 * @param until the last day on which it holds; {@link Integer#MAX_VALUE} when open
 * @param strength of its evidence, 1 (weakest) to {@value #STRONGEST}
 * @param recorded the minute in which it was recorded, counted from 1970-01-01T00:00Z
 */
public record Link(
        UUID id,
        int type,
        UUID source,
        UUID target,
        int label,
        int collection,
        int from,
        int until,
        int strength,
        int recorded) {
    /** The strength of the best evidence. */
    public static final int STRONGEST = 100;

    /** Checks the ranges. */
    public Link {
        if (type < 0 || type > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Link " + id + " has type " + type + "; a type is 0 to 32767: number the schemas anew");
        }
        if (label < 0 || collection < 0) {
            throw new IllegalArgumentException("Link " + id + " has label " + label + " and collection " + collection
                    + "; neither may be below 0: give it those of its record");
        }
        if (from > until) {
            throw new IllegalArgumentException("Link " + id + " holds from day " + from + " until day " + until
                    + "; it can't end before it begins: correct its days");
        }
        if (strength < 1 || strength > STRONGEST) {
            throw new IllegalArgumentException(
                    "Link " + id + " has strength " + strength + "; a strength is 1 to 100: grade its evidence anew");
        }
    }
}
