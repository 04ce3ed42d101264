package org.plumbline.engine.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entity vocabulary: every schema of the FollowTheMoney model with its properties. Immutable; read once. */
public final class Vocabulary {
    private final Map<String, Schema> schemata;

    private Vocabulary(Map<String, Schema> schemata) {
        this.schemata = new TreeMap<>(schemata);
    }

    /** The model that ships with this version. */
    public static Vocabulary load() {
        return new Vocabulary(ModelReader.shipped().schemata());
    }

    /** The schema of this name; empty when the vocabulary has none. */
    public Optional<Schema> schema(String name) {
        return Optional.ofNullable(schemata.get(name));
    }

    /** Every schema, by name. */
    public Collection<Schema> schemata() {
        return Collections.unmodifiableCollection(schemata.values());
    }

    /** The schema of this name that is known to be there; a bug when it is not. */
    public Schema require(String name) {
        return schema(name).orElseThrow(() -> new IllegalStateException("no schema " + name + " in the vocabulary"));
    }
}
