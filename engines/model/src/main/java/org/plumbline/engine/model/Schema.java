package org.plumbline.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entity.
 *
 * @param name its name in the vocabulary, such as {@code Company}
 * @param label English label of the model; {@code plural} likewise
 * @param parents the schemata it extends directly
 * @param lineage itself and every schema it extends, nearest first
 * @param isAbstract whether no entity is of exactly this kind
 * @param hidden whether the model keeps it out of ordinary lists
 * @param generated whether entities of it usually come from extraction, not from people
 * @param featured names of the properties shown first
 * @param caption names of the properties that can name an entity, first filled one wins
 * @param required names of the properties an entity should have
 * @param startDates names of the properties that say when it began, best first; {@code endDates} likewise
 * @param properties every property it has, inherited ones included, by name
 * @param linkShape how it links two others; absent when it is no edge
 */
public record Schema(
        String name,
        String label,
        String plural,
        String description,
        List<String> parents,
        Set<String> lineage,
        boolean isAbstract,
        boolean matchable,
        boolean hidden,
        boolean generated,
        List<String> featured,
        List<String> caption,
        List<String> required,
        List<String> startDates,
        List<String> endDates,
        Map<String, Property> properties,
        @Nullable Edge linkShape) {

    /** Whether an entity of this kind is also of that kind. */
    public boolean isA(String schema) {
        return lineage.contains(schema);
    }

    /** The property of this short name, declared here or inherited. */
    public Optional<Property> property(String property) {
        return Optional.ofNullable(properties.get(property));
    }

    /** How it links two others, when it is an edge. */
    public Optional<Edge> edge() {
        return Optional.ofNullable(linkShape);
    }
}
