package org.plumbline.engine.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed since a base was built; never changes itself. Entities and links that came are numbered on from the
 * base's.
 *
 * @param restated entities of the base that are stated otherwise; under no label when they are gone
 * @param added entities that came
 * @param numbers of the entities that came
 * @param goneLinks numbers of links, of the base or come, that no longer are
 * @param links that came
 * @param rows of entities whose links came, by the entity's number: each twice the place in {@code links} and one more
 *     where it comes in, sorted as a row of the base
 */
record Overlay(
        Map<Integer, Stated> restated,
        List<Stated> added,
        Map<UUID, Integer> numbers,
        BitSet goneLinks,
        List<Came> links,
        Map<Integer, int[]> rows,
        LabelSets labelSets,
        Kinds kindTable) {
    private static final int[] NO_ENTRIES = {};

    /** An entity as it is stated. */
    record Stated(UUID id, int schema, int set) {}

    /** A link that came, its ends and kind by their numbers. */
    record Came(Link link, int source, int target, int kind) {}

    static Overlay none(Base base) {
        return new Overlay(
                Map.of(), List.of(), Map.of(), new BitSet(), List.of(), Map.of(), base.labelSets(), base.kindTable());
    }

    boolean isEmpty() {
        return restated.isEmpty() && added.isEmpty() && goneLinks.isEmpty() && links.isEmpty();
    }

    int size() {
        return restated.size() + added.size() + goneLinks.cardinality() + links.size();
    }

    int[] row(int entity) {
        return rows.getOrDefault(entity, NO_ENTRIES);
    }

    /** How an entity of the base is stated now, where it isn't as in the base. */
    @Nullable
    Stated restated(int entity) {
        return restated.get(entity);
    }
}
