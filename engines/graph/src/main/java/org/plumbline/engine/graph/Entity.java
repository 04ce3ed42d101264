package org.plumbline.engine.graph;

import java.util.BitSet;
import java.util.UUID;

/**
 * One entity as it is known.
 *
 * @param id which one
 * @param schema its schema, as a number of 0 to 32,767
 * @param labels under which it is stated, at least one; it is visible to whoever sees one of them
 */
public record Entity(UUID id, int schema, BitSet labels) {
    /** Copies the labels and checks the ranges. */
    public Entity {
        labels = (BitSet) labels.clone();
        if (schema < 0 || schema > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Entity " + id + " has schema " + schema + "; a schema is 0 to 32767: number the schemas anew");
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException(
                    "Entity " + id + " is stated under no label: give it those of its statements");
        }
    }

    /** The labels, as a copy. */
    @Override
    public BitSet labels() {
        return (BitSet) labels.clone();
    }
}
