package org.plumbline.engine.model.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Schema;

/** Finds the properties for which sources contradict each other. */
final class Contradictions {
    private Contradictions() {}

    static List<Conflict> in(Schema schema, Map<String, List<StatedValue>> values) {
        var conflicts = new ArrayList<Conflict>();
        values.forEach((name, stated) -> schema.property(name)
                .filter(OneAtATime::holdsFor)
                .flatMap(property -> contradiction(property, stated))
                .ifPresent(conflicts::add));
        return conflicts;
    }

    private static Optional<Conflict> contradiction(Property property, List<StatedValue> stated) {
        List<StatedValue> contradicted = stated.stream()
                .filter(one -> stated.stream().anyMatch(other -> contradict(property, one, other)))
                .toList();
        return contradicted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Conflict.Values(property.name(), contradicted));
    }

    private static boolean contradict(Property property, StatedValue one, StatedValue other) {
        return !Agreement.between(property.type(), one.value(), other.value())
                && one.statements().stream()
                        .anyMatch(first -> other.statements().stream().anyMatch(second -> clash(first, second)));
    }

    private static boolean clash(Statement first, Statement second) {
        return !first.source().equals(second.source()) && first.validity().mayOverlap(second.validity());
    }
}
