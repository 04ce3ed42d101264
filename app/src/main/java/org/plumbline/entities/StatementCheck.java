package org.plumbline.entities;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Rule;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.Claim;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.InformationGrade;
import org.plumbline.engine.model.statement.Locator;
import org.plumbline.engine.model.statement.RecorderId;
import org.plumbline.engine.model.statement.Recording;
import org.plumbline.engine.model.statement.Source;
import org.plumbline.engine.model.statement.SourceGrade;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.statement.Validity;
import org.plumbline.engine.model.value.Checked;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;

/** Turns what somebody entered into a statement, or says for each field what is wrong with it. */
@Component
class StatementCheck {
    private final Vocabulary vocabulary;
    private final Policy policy;
    private final Ids ids;
    private final Clock clock;

    StatementCheck(Vocabulary vocabulary, Policy policy, Ids ids, Clock clock) {
        this.vocabulary = vocabulary;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
    }

    /** The statement; empty when {@code input} holds at least one more fault. */
    Optional<StatementRow> check(
            Input input, UUID subject, Schema schema, NewStatement asked, Known known, String field) {
        Optional<Property> property = property(input, schema, asked, field);
        if (property.isEmpty()) {
            return Optional.empty();
        }
        Optional<SourceRecord> source = Optional.ofNullable(known.sources().get(asked.source()));
        if (source.isEmpty()) {
            input.refuse("source", "source-unknown", Map.of());
        }
        Optional<String> value = value(input, property.get(), asked.value(), known, field);
        String language = language(input, asked.language());
        String qualifier = input.optionalText("qualifier", asked.qualifier(), 200);
        Optional<Locator> locator = locator(input, asked.locator());
        Optional<Grading> grading = grading(input, asked.grading());
        Optional<Validity> validity = validity(input, asked.validFrom(), asked.validUntil());
        if (source.isEmpty() || value.isEmpty() || locator.isEmpty() || grading.isEmpty() || validity.isEmpty()) {
            return Optional.empty();
        }
        boolean marked = policy.of(schema.name(), property.get().name()).openness() == Openness.MARKED;
        Stamp stamp = marked ? known.marked().get() : known.stamp();
        boolean link = property.get().type() == PropertyType.ENTITY;
        String original = link ? value.get() : asked.value().strip();
        var claim = new Claim(
                new EntityId(subject.toString()),
                schema.name(),
                property.get().name(),
                value.get(),
                original,
                language,
                qualifier);
        var statement = new Statement(
                ids.next(),
                claim,
                new Source(source.get().kind().inEngine(), source.get().id().toString(), locator.get()),
                grading.get(),
                validity.get(),
                new Recording(new RecorderId(stamp.recordedBy().value()), stamp.recordedAt()),
                null);
        return Optional.of(new StatementRow(
                statement, stamp, link ? Optional.of(UUID.fromString(value.get())) : Optional.empty(), marked));
    }

    /** The schema, unless it is unknown or refused. */
    Optional<Schema> schema(Input input, String name) {
        Optional<Schema> schema = vocabulary.schema(name);
        if (schema.isEmpty()) {
            input.refuse("schema", "schema-unknown", Map.of("schema", name));
            return Optional.empty();
        }
        Rule rule = policy.of(name);
        if (rule.openness() == Openness.REFUSED) {
            input.refuse("schema", "schema-refused", Map.of("schema", name, "reason", rule.reason()));
            return Optional.empty();
        }
        return schema;
    }

    private Optional<Property> property(Input input, Schema schema, NewStatement asked, String field) {
        Optional<Property> found = schema.property(asked.property());
        String place = field.equals("value") ? "property" : field;
        if (found.isEmpty()) {
            input.refuse(place, "property-unknown", Map.of("property", asked.property(), "schema", schema.name()));
            return Optional.empty();
        }
        Rule rule = policy.of(schema.name(), asked.property());
        if (rule.openness() == Openness.REFUSED || found.get().stub()) {
            input.refuse(place, "property-refused", Map.of("property", asked.property(), "reason", rule.reason()));
            return Optional.empty();
        }
        return found;
    }

    private Optional<String> value(Input input, Property property, String raw, Known known, String field) {
        if (property.type() == PropertyType.ENTITY) {
            return entity(input, property, raw, known, field);
        }
        return switch (property.check(raw)) {
            case Checked.Valid valid -> Optional.of(valid.normal());
            case Checked.Invalid invalid -> {
                input.refuse(
                        field,
                        "value-" + invalid.code().code(),
                        Map.of("property", property.label(), "rule", invalid.detail()));
                yield Optional.empty();
            }
        };
    }

    private Optional<String> entity(Input input, Property property, String raw, Known known, String field) {
        Optional<UUID> id = known.entity(raw.strip());
        Optional<Schema> target =
                id.flatMap(i -> Optional.ofNullable(known.schemata().get(i))).flatMap(vocabulary::schema);
        if (id.isEmpty() || target.isEmpty()) {
            input.refuse(field, "value-entity-unknown", Map.of("property", property.label()));
            return Optional.empty();
        }
        if (!property.range().isEmpty() && !target.get().isA(property.range())) {
            input.refuse(
                    field,
                    "value-entity-kind",
                    Map.of(
                            "property", property.label(),
                            "range", vocabulary.require(property.range()).label(),
                            "found", target.get().label()));
            return Optional.empty();
        }
        return Optional.of(id.get().toString());
    }

    private static String language(Input input, String raw) {
        if (raw.isBlank()) {
            return "";
        }
        return switch (PropertyType.LANGUAGE.check(raw)) {
            case Checked.Valid valid -> valid.normal();
            case Checked.Invalid invalid -> {
                input.refuse("language", "value-not-a-language", Map.of("property", raw, "rule", invalid.detail()));
                yield "";
            }
        };
    }

    private Optional<Locator> locator(Input input, NewStatement.At at) {
        try {
            return Optional.of(Locators.read(at, LocalDate.now(clock.withZone(ZoneOffset.UTC))));
        } catch (IllegalArgumentException | DateTimeException e) {
            input.refuse("locator", "locator-malformed", Map.of("value", at.value()));
            return Optional.empty();
        }
    }

    private static Optional<Grading> grading(Input input, NewStatement.Weight weight) {
        Optional<SourceGrade> source = letter(input, weight.source().strip());
        Optional<InformationGrade> information =
                number(input, weight.information().strip());
        if (weight.kind().isEmpty() || weight.kind().equals("fact")) {
            return Optional.of(new Grading.Fact(orNull(source), orNull(information)));
        }
        if (!weight.kind().equals("assessment")) {
            input.refuse("kind", "field-not-a-choice", Map.of("value", weight.kind()));
            return Optional.empty();
        }
        if (source.isEmpty()) {
            input.refuse("sourceGrade", "assessment-ungraded", Map.of());
        }
        if (information.isEmpty()) {
            input.refuse("informationGrade", "assessment-ungraded", Map.of());
        }
        return source.flatMap(s -> information.map(i -> new Grading.Assessment(s, i)));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static Optional<SourceGrade> letter(Input input, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SourceGrade.valueOf(text));
        } catch (IllegalArgumentException e) {
            input.refuse("sourceGrade", "field-not-a-choice", Map.of("value", text));
            return Optional.empty();
        }
    }

    private static Optional<InformationGrade> number(Input input, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InformationGrade.of(Integer.parseInt(text)));
        } catch (IllegalArgumentException e) {
            input.refuse("informationGrade", "field-not-a-choice", Map.of("value", text));
            return Optional.empty();
        }
    }

    private static Optional<Validity> validity(Input input, String from, String until) {
        Optional<PartialDate> begins = date(input, "validFrom", from);
        Optional<PartialDate> ends = date(input, "validUntil", until);
        if ((begins.isEmpty() && !from.isBlank()) || (ends.isEmpty() && !until.isBlank())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Validity(orNull(begins), orNull(ends)));
        } catch (IllegalArgumentException e) {
            input.refuse("validUntil", "ends-before-it-begins", Map.of("from", from));
            return Optional.empty();
        }
    }

    private static Optional<PartialDate> date(Input input, String field, String text) {
        Optional<PartialDate> date = text.isBlank() ? Optional.empty() : PartialDate.read(text);
        if (date.isEmpty() && !text.isBlank()) {
            input.refuse(field, "field-not-a-partial-date", Map.of("value", text));
        }
        return date;
    }
}
