package org.plumbline.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.model.value.PropertyType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the schemata of a FollowTheMoney model file and resolves what each inherits. */
final class ModelReader {
    private final JsonNode nodes;

    ModelReader(JsonNode model) {
        this.nodes = model.path("schemata");
    }

    static ModelReader shipped() {
        try (InputStream in = ModelReader.class.getResourceAsStream("/defaultModel.json")) {
            if (in == null) {
                throw new IllegalStateException("defaultModel.json of followthemoney is not on the class path");
            }
            return new ModelReader(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("defaultModel.json of followthemoney cannot be read", e);
        }
    }

    Map<String, Schema> schemata() {
        var schemata = new LinkedHashMap<String, Schema>();
        nodes.properties().forEach(entry -> schemata.put(entry.getKey(), schema(entry.getKey(), entry.getValue())));
        return schemata;
    }

    private Schema schema(String name, JsonNode node) {
        var lineage = new LinkedHashSet<String>();
        climb(name, lineage);
        return new Schema(
                name,
                text(node, "label"),
                text(node, "plural"),
                text(node, "description"),
                texts(node.path("extends")),
                Collections.unmodifiableSet(lineage),
                node.path("abstract").asBoolean(false),
                node.path("matchable").asBoolean(false),
                node.path("hidden").asBoolean(false),
                node.path("generated").asBoolean(false),
                texts(node.path("featured")),
                texts(node.path("caption")),
                texts(node.path("required")),
                texts(node.path("temporalExtent").path("start")),
                texts(node.path("temporalExtent").path("end")),
                properties(lineage),
                edge(node.path("edge")));
    }

    /** Breadth first, so that the nearest declaration of a property comes first. */
    private void climb(String name, Set<String> lineage) {
        var level = List.of(name);
        while (!level.isEmpty()) {
            lineage.addAll(level);
            var above = new ArrayList<String>();
            for (String schema : level) {
                above.addAll(texts(nodes.path(schema).path("extends")));
            }
            above.removeAll(lineage);
            level = List.copyOf(above);
        }
    }

    private Map<String, Property> properties(Set<String> lineage) {
        var properties = new LinkedHashMap<String, Property>();
        for (String schema : lineage) {
            nodes.path(schema)
                    .path("properties")
                    .properties()
                    .forEach(entry -> properties.putIfAbsent(entry.getKey(), property(schema, entry.getValue())));
        }
        return Collections.unmodifiableMap(properties);
    }

    private static Property property(String schema, JsonNode node) {
        String typeName = text(node, "type");
        PropertyType type = PropertyType.named(typeName)
                .orElseThrow(() -> new IllegalStateException("the model has an unknown property type " + typeName));
        String name = text(node, "name");
        return new Property(
                name,
                schema,
                text(node, "label"),
                text(node, "description"),
                type,
                text(node, "range"),
                text(node, "reverse"),
                node.path("stub").asBoolean(false),
                node.path("hidden").asBoolean(false),
                node.path("matchable").asBoolean(false),
                node.path("deprecated").asBoolean(false),
                maxLength(node, type),
                Formats.of(schema + ":" + name, text(node, "format")));
    }

    private static int maxLength(JsonNode node, PropertyType type) {
        // The model's 40 characters for a digest hold SHA-1 only; ours are SHA-256. Nested JSON is longer than 250.
        return Math.max(node.path("maxLength").asInt(0), type.maxLength());
    }

    private static @Nullable Edge edge(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Edge(
                        text(node, "source"),
                        text(node, "target"),
                        text(node, "label"),
                        node.path("directed").asBoolean(true),
                        texts(node.path("caption")));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(each -> texts.add(each.asString()));
        return List.copyOf(texts);
    }
}
