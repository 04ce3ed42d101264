package org.plumbline.engine.evidence.caseuco;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of a graph: what kinds of thing it is, and what is said of it. Filled as it is made or read. */
public final class Thing {
    private final String id;
    private final List<String> types = new ArrayList<>();
    private final Map<String, List<Value>> properties = new LinkedHashMap<>();

    Thing(String id, String... types) {
        this.id = id;
        this.types.addAll(List.of(types));
    }

    /** Its full address, or a name that begins with {@code _:} for one that has none. */
    public String id() {
        return id;
    }

    /** Full addresses of its classes, in the order given. */
    public List<String> types() {
        return Collections.unmodifiableList(types);
    }

    /** What is said of it, by the property's full address; also what nobody here knows the meaning of. */
    public Map<String, List<Value>> properties() {
        return Collections.unmodifiableMap(properties);
    }

    void type(String type) {
        if (!types.contains(type)) {
            types.add(type);
        }
    }

    Thing with(String property, Value value) {
        properties.computeIfAbsent(property, name -> new ArrayList<>()).add(value);
        return this;
    }

    Thing with(String property, String text) {
        return with(property, Value.Literal.of(text));
    }

    Thing with(String property, String text, String type) {
        return with(property, new Value.Literal(text, Vocabulary.XSD + type, ""));
    }

    Thing with(String property, Thing other) {
        return with(property, new Value.Reference(other.id()));
    }
}
