package org.plumbline.entities.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.entities.EntityRecord;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Moment;
import org.plumbline.site.Texts;
import org.springframework.stereotype.Component;

/** How entities, kinds and values are called on pages. */
@Component
class Wordings {
    private final Vocabulary vocabulary;

    Wordings(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String kind(String schema) {
        return vocabulary.schema(schema).map(Schema::label).orElse(schema);
    }

    String property(Schema schema, String property) {
        return schema.property(property).map(Property::label).orElse(property);
    }

    /** What the entity is called; its kind where nothing open names it. */
    String caption(EntityRecord entity, Texts texts) {
        if (!entity.caption().isEmpty()) {
            return entity.caption();
        }
        // A link is called by its kind; its ends say the rest.
        return entity.edge() ? kind(entity.schema()) : texts.say("entities.unnamed", "kind", kind(entity.schema()));
    }

    NamedEntity named(CaseId caseId, EntityRecord entity, Texts texts) {
        boolean person =
                vocabulary.schema(entity.schema()).filter(s -> s.isA("Person")).isPresent();
        return new NamedEntity(
                entity.id(),
                caption(entity, texts),
                "/cases/" + caseId + "/entities/" + entity.id(),
                kind(entity.schema()),
                icon(entity.schema()),
                entity.role().map(r -> RoleWord.of(r, texts)),
                person && entity.role().isEmpty());
    }

    String icon(String name) {
        Optional<Schema> schema = vocabulary.schema(name);
        if (schema.isEmpty()) {
            return "schema";
        }
        if (schema.get().isA("PublicBody")) {
            return "building-bank";
        }
        if (schema.get().isA("Organization")) {
            return "building";
        }
        if (schema.get().isA("LegalEntity")) {
            return "users";
        }
        if (schema.get().edge().isPresent()) {
            return "arrows-exchange";
        }
        return schema.get().isA("Document") || schema.get().isA("Contract") ? "file-certificate" : "schema";
    }

    /** A value as the reader sees it; an entity's identifier is left to the caller. */
    String value(Schema schema, String property, String value, Texts texts) {
        PropertyType type = schema.property(property).map(Property::type).orElse(PropertyType.STRING);
        return switch (type) {
            case NUMBER -> number(value, texts);
            case DATE -> date(value, texts);
            case COUNTRY, LANGUAGE, TOPIC, GENDER -> type.codes().getOrDefault(value, value);
            default -> value;
        };
    }

    static String date(String value, Texts texts) {
        try {
            return texts.moment(Moment.parse(value.length() > 10 ? value + "Z" : value, ""));
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String number(String value, Texts texts) {
        try {
            return texts.number(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
