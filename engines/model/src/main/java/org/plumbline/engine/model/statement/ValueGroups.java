package org.plumbline.engine.model.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Rule;

/**
 * Standing statements grouped by property and value, under the policy.
 *
 * @param values properties by name; of each the values with the most sources first
 * @param refused properties left out because the policy refuses them
 */
record ValueGroups(Map<String, List<StatedValue>> values, Set<String> refused) {
    private static final Comparator<StatedValue> BEST_SOURCED = Comparator.comparing(
                    (StatedValue each) -> each.sources().size(), Comparator.reverseOrder())
            .thenComparing(StatedValue::firstRecorded)
            .thenComparing(StatedValue::value);

    ValueGroups {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        refused = Collections.unmodifiableSet(new TreeSet<>(refused));
    }

    static ValueGroups of(Policy policy, MostSpecific kinds, List<Statement> standing) {
        var values = new TreeMap<String, List<StatedValue>>();
        var refused = new TreeSet<String>();
        grouped(standing).forEach((property, byValue) -> {
            Rule rule = strictest(policy, kinds, property);
            if (rule.openness() == Openness.REFUSED) {
                refused.add(property);
            } else {
                values.put(property, ordered(byValue, rule));
            }
        });
        return new ValueGroups(values, refused);
    }

    private static Map<String, Map<String, List<Statement>>> grouped(List<Statement> standing) {
        var grouped = new TreeMap<String, Map<String, List<Statement>>>();
        for (Statement each : standing) {
            grouped.computeIfAbsent(each.claim().property(), property -> new LinkedHashMap<>())
                    .computeIfAbsent(each.claim().value(), value -> new ArrayList<>())
                    .add(each);
        }
        return grouped;
    }

    private static List<StatedValue> ordered(Map<String, List<Statement>> byValue, Rule rule) {
        return byValue.entrySet().stream()
                .map(entry -> new StatedValue(entry.getKey(), entry.getValue(), rule))
                .sorted(BEST_SOURCED)
                .toList();
    }

    /** Of kinds that do not fit together the strictest decides: what may also be a person is treated as one. */
    private static Rule strictest(Policy policy, MostSpecific kinds, String property) {
        return kinds.leaves().stream()
                .filter(kind -> kind.property(property).isPresent())
                .map(kind -> policy.of(kind.name(), property))
                .max(Comparator.comparing(Rule::openness))
                .orElseGet(() -> policy.of(kinds.leaves().getFirst().name(), property));
    }
}
