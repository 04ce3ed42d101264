package org.plumbline.engine.model.ftm;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.engine.model.statement.Claim;
import org.plumbline.engine.model.statement.EntityId;

/**
 * An entity as one line of a FollowTheMoney file gives it.
 *
 * @param properties values by property name, in the file's order; each property has at least one
 * @param datasets names of the datasets that hold it
 * @param referents other ids under which it was known
 * @param seen when it was seen
 */
public record FtmEntity(
        EntityId id,
        String schema,
        Map<String, List<FtmValue>> properties,
        List<String> datasets,
        List<String> referents,
        Seen seen) {

    /**
     * When the publisher saw the entity, as written; empty where it does not say.
     *
     * @param first {@code first_seen}
     * @param last {@code last_seen}
     * @param changed {@code last_change}
     */
    public record Seen(String first, String last, String changed) {
        /** Nothing said. */
        public static Seen unsaid() {
            return new Seen("", "", "");
        }
    }

    public FtmEntity {
        var copy = new TreeMap<String, List<FtmValue>>();
        properties.forEach((property, values) -> copy.put(property, List.copyOf(values)));
        properties = Collections.unmodifiableMap(copy);
        datasets = List.copyOf(datasets);
        referents = List.copyOf(referents);
    }

    /** One claim for each value, properties by name. */
    public List<Claim> claims() {
        return properties.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(each -> new Claim(id, schema, entry.getKey(), each.value(), each.original(), "", "")))
                .toList();
    }
}
