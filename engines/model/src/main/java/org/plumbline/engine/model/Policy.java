package org.plumbline.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vocabulary policy of docs/design/model.md: of every schema and property one of open, marked, refused. What the
 * policy file does not name is refused, so a newer model cannot widen what may be recorded.
 */
public final class Policy {
    private final Map<String, Rule> schemata = new HashMap<>();
    private final Map<String, Map<String, Rule>> properties = new HashMap<>();

    Policy(Vocabulary vocabulary, PolicyFile file) {
        for (Schema schema : vocabulary.schemata()) {
            Rule whole = file.schema(schema.name());
            var rules = new HashMap<String, Rule>();
            schema.properties()
                    .forEach((name, property) -> rules.put(name, whole.and(file.property(schema.name(), property))));
            schemata.put(schema.name(), whole);
            properties.put(schema.name(), rules);
        }
    }

    /** The policy that ships with this version, for this vocabulary. */
    public static Policy load(Vocabulary vocabulary) {
        try (InputStream in = Policy.class.getResourceAsStream("policy.csv")) {
            if (in == null) {
                throw new IllegalStateException("policy.csv of the vocabulary policy is not on the class path");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new Policy(vocabulary, PolicyFile.read(lines));
        } catch (IOException e) {
            throw new UncheckedIOException("policy.csv of the vocabulary policy cannot be read", e);
        }
    }

    /** What holds for entities of exactly this schema. */
    public Rule of(String schema) {
        return schemata.getOrDefault(schema, Rule.UNLISTED);
    }

    /**
     * What holds for this property on entities of exactly this schema: the stricter of the schema's rule and the
     * property's. The same property may be open on a company and marked on a person, so ask with the schema the entity
     * really is of, never with the one that declares the property.
     */
    public Rule of(String schema, String property) {
        return properties.getOrDefault(schema, Map.of()).getOrDefault(property, Rule.UNLISTED);
    }

    /** Whether a value may enter a search index. */
    public boolean mayIndex(String schema, String property) {
        return isOpen(schema, property);
    }

    /** Whether a value may be counted or chosen by. */
    public boolean mayFacet(String schema, String property) {
        return isOpen(schema, property);
    }

    /** Whether a value may be suggested while someone types. */
    public boolean maySuggest(String schema, String property) {
        return isOpen(schema, property);
    }

    /** Whether a value may be compared to find the same entity in two sources. */
    public boolean mayMatch(String schema, String property) {
        return isOpen(schema, property);
    }

    /** Whether a mapping may propose it for a column without being told. */
    public boolean mayMapByDefault(String schema, String property) {
        return isOpen(schema, property);
    }

    /** Whether it may leave in an export or a batch list of many entities. */
    public boolean mayExportInBulk(String schema, String property) {
        return isOpen(schema, property);
    }

    /** Whether entities may be joined in a graph by it. */
    public boolean mayBeGraphKey(String schema, String property) {
        return isOpen(schema, property);
    }

    private boolean isOpen(String schema, String property) {
        return of(schema, property).openness() == Openness.OPEN;
    }
}
