package org.plumbline.entities.web;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.Subject;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.statement.Conflict;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.entities.EntityReading;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Component;

/** Makes the page of an entity from what the door read. */
@Component
class EntityPages {
    private final Wordings words;
    private final Policy policy;

    EntityPages(Wordings words, Policy policy) {
        this.words = words;
        this.policy = policy;
    }

    /**
     * What the reader asked for beside the entity.
     *
     * @param day the day on which it was known so; empty for now
     */
    record Asked(String day, boolean retracted, Form form) {}

    EntityPage page(CaseHeader header, EntityReading reading, Asked asked, Texts texts) {
        var making = new Making(header, reading, texts);
        NamedEntity named = words.named(header.id(), reading.entity(), texts);
        List<EntityPage.Link> links = new LinkRows(words, header.id(), reading, making.lines, texts).rows();
        var neighbours = new LinkedHashMap<UUID, NamedEntity>();
        links.forEach(l -> l.other().ifPresent(o -> neighbours.put(o.id(), o)));
        neighbours.remove(reading.entity().id());
        return new EntityPage(
                header,
                named,
                reading.entity().stamp().version(),
                reading.entity().marked(),
                making.standing().size(),
                (int) making.standing().stream()
                        .map(s -> s.source().id())
                        .distinct()
                        .count(),
                texts.date(reading.entity().stamp().recordedAt()),
                making.conflicts(),
                making.standing().stream()
                        .filter(s -> s.grading() instanceof Grading.Assessment)
                        .map(making.lines::line)
                        .toList(),
                making.properties(),
                links,
                List.copyOf(neighbours.values()),
                reading.retracted().stream().map(making.lines::line).toList(),
                asked.retracted(),
                asked.day(),
                asked.form(),
                named.roleMissing() ? roles(texts) : List.of());
    }

    static List<Option> roles(Texts texts) {
        var options = new ArrayList<Option>();
        for (Subject.Role role : Subject.Role.values()) {
            options.add(new Option(role.code(), texts.say("entities.role." + role.code())));
        }
        return options;
    }

    /** The end of a day as the reader counts days. */
    static java.time.Instant endOf(java.time.LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1000);
    }

    private final class Making {
        private final EntityReading reading;
        private final Texts texts;
        private final Lines lines;
        private final Schema schema;

        Making(CaseHeader header, EntityReading reading, Texts texts) {
            this.reading = reading;
            this.texts = texts;
            this.schema = reading.schema();
            this.lines = new Lines(words, header.id(), reading, texts);
        }

        List<Statement> standing() {
            return reading.view().stream()
                    .flatMap(v -> v.values().values().stream())
                    .flatMap(List::stream)
                    .flatMap(v -> v.statements().stream())
                    .toList();
        }

        List<EntityPage.Property> properties() {
            Map<String, List<StatedValue>> stated =
                    reading.view().map(EntityView::values).orElse(Map.of());
            var names = new LinkedHashSet<String>(schema.caption());
            names.retainAll(stated.keySet());
            names.addAll(schema.featured());
            names.addAll(stated.keySet());
            return names.stream()
                    .filter(n ->
                            stated.containsKey(n) || policy.of(schema.name(), n).openness() == Openness.OPEN)
                    .map(n -> property(n, stated.getOrDefault(n, List.of())))
                    .toList();
        }

        private EntityPage.Property property(String name, List<StatedValue> values) {
            Optional<String> reason = values.stream()
                    .map(StatedValue::rule)
                    .filter(r -> r.openness() == Openness.MARKED)
                    .map(r -> r.reason())
                    .findFirst();
            return new EntityPage.Property(
                    name,
                    words.property(schema, name),
                    reason,
                    values.stream().map(v -> value(name, v)).toList());
        }

        private EntityPage.Value value(String property, StatedValue value) {
            return new EntityPage.Value(
                    words.value(schema, property, value.value(), texts),
                    lines.entity(schema, property, value.value()),
                    value.statements().stream().allMatch(s -> s.grading() instanceof Grading.Assessment),
                    value.statements().stream().map(lines::line).toList());
        }

        List<EntityPage.Conflict> conflicts() {
            var found = new ArrayList<EntityPage.Conflict>();
            reading.view().ifPresent(view -> {
                view.conflicts().forEach(c -> found.add(conflict(c)));
                view.values()
                        .forEach((property, values) -> values.stream()
                                .filter(v -> isNumber(property) && toldDifferently(v))
                                .forEach(v -> found.add(tellings(view, property, v))));
            });
            return found;
        }

        private EntityPage.Conflict conflict(Conflict conflict) {
            return switch (conflict) {
                case Conflict.Values values ->
                    new EntityPage.Conflict(
                            texts.say(
                                    "entities.conflict.values",
                                    "property",
                                    words.property(schema, values.property()),
                                    "count",
                                    values.values().size()),
                            texts.say("entities.conflict.foot"),
                            values.values().stream()
                                    .map(v -> side(values.property(), v, v.statements(), unit(values.property(), v)))
                                    .toList());
                case Conflict.Schemata schemata ->
                    new EntityPage.Conflict(
                            texts.say("entities.conflict.kinds"),
                            texts.say("entities.conflict.foot"),
                            schemata.schemata().stream()
                                    .map(s -> new EntityPage.Side(words.kind(s), "", List.of()))
                                    .toList());
            };
        }

        /** One value that its sources give with different reservations, or for different times. */
        private EntityPage.Conflict tellings(EntityView view, String property, StatedValue value) {
            return new EntityPage.Conflict(
                    texts.say("entities.conflict.told", "property", words.property(schema, property)),
                    texts.say("entities.conflict.told.foot"),
                    value.statements().stream()
                            .map(s -> side(
                                    property,
                                    value,
                                    List.of(s),
                                    (currency(view) + " " + s.claim().qualifier()).strip()))
                            .toList());
        }

        private EntityPage.Side side(String property, StatedValue value, List<Statement> of, String unit) {
            return new EntityPage.Side(
                    words.value(schema, property, value.value(), texts),
                    unit,
                    of.stream().map(lines::line).toList());
        }

        private String unit(String property, StatedValue value) {
            String said = String.join(", ", value.qualifiers());
            return isNumber(property) ? (reading.view().map(this::currency).orElse("") + " " + said).strip() : said;
        }

        private String currency(EntityView view) {
            return view.values("currency").stream()
                    .map(StatedValue::value)
                    .findFirst()
                    .orElse("");
        }

        private boolean isNumber(String property) {
            return schema.property(property)
                    .filter(p -> p.type() == PropertyType.NUMBER)
                    .isPresent();
        }

        private boolean toldDifferently(StatedValue value) {
            return value.sources().size() > 1
                    && value.statements().stream()
                                    .map(s -> s.claim().qualifier())
                                    .distinct()
                                    .count()
                            > 1
                    && new BigDecimal(value.value()).signum() >= 0;
        }
    }
}
