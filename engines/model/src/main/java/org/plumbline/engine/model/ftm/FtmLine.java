package org.plumbline.engine.model.ftm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Rule;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.value.Checked;
import org.plumbline.engine.model.value.PropertyType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the text of one line into an entity. */
final class FtmLine {
    // A key written twice would let one reader see another entity than the next; such a line is not JSON to us.
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final Vocabulary vocabulary;
    private final Policy policy;

    FtmLine(Vocabulary vocabulary, Policy policy) {
        this.vocabulary = vocabulary;
        this.policy = policy;
    }

    FtmRow read(long line, String text) {
        // Told apart without the parser: a wrong file has a million such lines, and a million exceptions are slow.
        if (text.stripLeading().charAt(0) != '{') {
            return new FtmRow.Refused(line, FtmFault.NOT_AN_OBJECT, "an object with id, schema and properties");
        }
        JsonNode node;
        try {
            node = JSON.readValue(text);
        } catch (JacksonException e) {
            return new FtmRow.Refused(line, FtmFault.NOT_JSON, e.getClass().getSimpleName());
        }
        return identified(line, node);
    }

    private FtmRow identified(long line, JsonNode node) {
        if (!node.path("id").isString()) {
            return new FtmRow.Refused(line, FtmFault.NO_ID, "id");
        }
        if (!(PropertyType.ENTITY.check(node.path("id").asString()) instanceof Checked.Valid id)) {
            return new FtmRow.Refused(line, FtmFault.BAD_ID, "1 to 200 characters without white space");
        }
        if (!node.path("schema").isString()) {
            return new FtmRow.Refused(line, FtmFault.NO_SCHEMA, "schema");
        }
        Optional<Schema> schema = vocabulary.schema(node.path("schema").asString());
        if (schema.isEmpty()) {
            return new FtmRow.Refused(line, FtmFault.UNKNOWN_SCHEMA, "a schema of the vocabulary");
        }
        return allowed(line, node, new EntityId(id.normal()), schema.get());
    }

    private FtmRow allowed(long line, JsonNode node, EntityId id, Schema schema) {
        Rule rule = policy.of(schema.name());
        if (rule.openness() == Openness.REFUSED) {
            return new FtmRow.Refused(line, FtmFault.REFUSED_SCHEMA, schema.name() + ": " + rule.reason());
        }
        JsonNode properties = node.path("properties");
        if (!properties.isObject() && !properties.isMissingNode()) {
            return new FtmRow.Refused(line, FtmFault.BAD_PROPERTIES, "an object of lists");
        }
        var values = new FtmValues(policy, schema);
        properties.properties().forEach(entry -> values.read(entry.getKey(), entry.getValue()));
        var entity = new FtmEntity(
                id,
                schema.name(),
                values.read(),
                texts(node.path("datasets")),
                texts(node.path("referents")),
                new FtmEntity.Seen(text(node, "first_seen"), text(node, "last_seen"), text(node, "last_change")));
        return new FtmRow.Read(line, entity, values.leftOut());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : "";
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(each -> {
            if (each.isString()) {
                texts.add(each.asString());
            }
        });
        return texts;
    }
}
