package org.plumbline.charts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How a chart is arranged: which entities are on it and where. It holds no fact.
 *
 * @param places in the order in which they were put on the chart, each entity once
 * @param filter what the page leaves out, as JSON text just as it came; empty when nothing was chosen
 */
public record Layout(List<Place> places, String filter) {
    public static final Layout EMPTY = new Layout(List.of(), "");

    /**
     * An entity's place.
     *
     * @param at where it stands; absent until somebody or something has placed it
     * @param pinned whether arranging leaves it where it is
     * @param hidden whether it is kept on the chart without being drawn
     */
    public record Place(UUID entity, Optional<Spot> at, boolean pinned, boolean hidden) {
        /** An entity that nobody has placed yet. */
        public static Place of(UUID entity) {
            return new Place(entity, Optional.empty(), false, false);
        }
    }

    /** A point of the drawing; x runs to the right and y down, an entity's shape is 34 wide. */
    public record Spot(double x, double y) {
        /** Farther out no drawing reaches; larger numbers are faults. */
        private static final double FARTHEST = 10_000_000;

        public Spot {
            if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
                throw new IllegalArgumentException("A place is at most " + FARTHEST + " from the middle");
            }
        }
    }

    public Layout {
        places = List.copyOf(places);
        var seen = new HashSet<UUID>();
        for (Place place : places) {
            if (!seen.add(place.entity())) {
                throw new IllegalArgumentException("Entity " + place.entity() + " has two places");
            }
        }
    }

    /** The entities on the chart, in their order. */
    public List<UUID> entities() {
        return places.stream().map(Place::entity).toList();
    }

    /** The places by entity, in their order. */
    public Map<UUID, Place> byEntity() {
        var byEntity = new LinkedHashMap<UUID, Place>();
        places.forEach(place -> byEntity.put(place.entity(), place));
        return byEntity;
    }

    /**
     * This layout as the next save of another: what it says of the entities the saver can see, and the other's places
     * of those the saver can't, which nobody can have meant to remove.
     *
     * @param seen those of the entities in only one of the two that the saver may see
     */
    Layout after(Layout before, Set<UUID> seen) {
        var next = new LinkedHashMap<UUID, Place>();
        Map<UUID, Place> was = before.byEntity();
        places.stream()
                .filter(place -> seen.contains(place.entity()) || was.containsKey(place.entity()))
                .forEach(place -> next.put(place.entity(), place));
        was.values().stream()
                .filter(place -> !seen.contains(place.entity()))
                .forEach(place -> next.putIfAbsent(place.entity(), place));
        return new Layout(List.copyOf(next.values()), filter);
    }
}
