package org.plumbline.engine.graph;

/**
 * Entities and links in columns. Entities are numbered by their identifiers; a row of entries belongs to each, one
 * entry for each of its links, sorted by type, direction (out before in), the entity at the other end, and the link's
 * identifier.
 *
 * @param ids of the entities
 * @param schemas of the entities
 * @param sets numbers of their sets of labels
 * @param rows where the row of an entity begins; the next one's beginning is its end
 * @param others of each entry: the entity at the other end
 * @param kinds of each entry: twice the number of its kind, one more where the link comes in
 * @param links of each entry: the number of its link
 * @param linkIds of the links, in the order of their numbers
 * @param from of the links: the first day
 * @param until of the links: the last day
 * @param recorded of the links: the minute
 * @param labelSets what the numbers of sets mean
 * @param kindTable what the numbers of kinds mean
 */
@SuppressWarnings("ArrayRecordComponent") // columns: read in place, never compared
record Base(
        Identifiers ids,
        short[] schemas,
        int[] sets,
        int[] rows,
        int[] others,
        int[] kinds,
        int[] links,
        Identifiers linkIds,
        int[] from,
        int[] until,
        int[] recorded,
        LabelSets labelSets,
        Kinds kindTable) {
    int entities() {
        return sets.length;
    }

    int linkCount() {
        return from.length;
    }

    /** The bytes that the columns take. */
    long bytes() {
        return 22L * sets.length + 4L * rows.length + 12L * others.length + 28L * from.length;
    }
}
