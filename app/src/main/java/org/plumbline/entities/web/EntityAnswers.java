package org.plumbline.entities.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.Subject;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.link.Link;
import org.plumbline.engine.model.statement.Conflict;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.Retraction;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.entities.EntityReading;
import org.plumbline.entities.EntityRecord;

/** The shapes in which the API gives entities and statements. */
final class EntityAnswers {
    private EntityAnswers() {}

    /** An entity in a list. */
    record Listed(
            UUID id,
            int version,
            String schema,
            String caption,
            @Nullable String role,
            Instant recordedAt) {
        static Listed of(EntityRecord e) {
            return new Listed(
                    e.id(),
                    e.stamp().version(),
                    e.schema(),
                    e.caption(),
                    e.role().map(Subject.Role::code).orElse(null),
                    e.stamp().recordedAt());
        }
    }

    /** @param next give it as {@code before}; absent on the last page */
    record Page<T>(List<T> items, @Nullable String next) {}

    record Said(
            UUID id,
            String property,
            String value,
            String original,
            String language,
            String qualifier,
            UUID source,
            String locator,
            String kind,
            @Nullable String sourceGrade,
            @Nullable Integer informationGrade,
            @Nullable String validFrom,
            @Nullable String validUntil,
            Instant recordedAt,
            UUID recordedBy,
            @Nullable Withdrawn retraction) {
        static Said of(Statement s) {
            return new Said(
                    s.id(),
                    s.claim().property(),
                    s.claim().value(),
                    s.claim().original(),
                    s.claim().language(),
                    s.claim().qualifier(),
                    UUID.fromString(s.source().id()),
                    s.source().locator().toString(),
                    s.grading() instanceof Grading.Fact ? "fact" : "assessment",
                    s.grading().sourceGrade().map(Enum::name).orElse(null),
                    s.grading().informationGrade().map(i -> i.number()).orElse(null),
                    s.validity().begins().map(PartialDate::text).orElse(null),
                    s.validity().ends().map(PartialDate::text).orElse(null),
                    s.recording().at(),
                    s.recording().by().value(),
                    s.retraction().map(Withdrawn::of).orElse(null));
        }
    }

    record Withdrawn(Instant at, UUID by, String reason) {
        static Withdrawn of(Retraction r) {
            return new Withdrawn(r.at(), r.by().value(), r.reason());
        }
    }

    /** @param marked whether the vocabulary policy marks it */
    record Value(String value, boolean marked, List<Said> statements) {
        static Value of(StatedValue v) {
            return new Value(
                    v.value(),
                    v.rule().openness() == Openness.MARKED,
                    v.statements().stream().map(Said::of).toList());
        }
    }

    record Full(
            UUID id,
            int version,
            String schema,
            String caption,
            @Nullable String role,
            Instant asKnownAt,
            Map<String, List<Value>> properties,
            List<String> conflicts,
            List<Said> retracted) {
        static Full of(EntityReading r) {
            var properties = new LinkedHashMap<String, List<Value>>();
            r.view()
                    .map(EntityView::values)
                    .orElse(Map.of())
                    .forEach((name, values) ->
                            properties.put(name, values.stream().map(Value::of).toList()));
            return new Full(
                    r.entity().id(),
                    r.entity().stamp().version(),
                    r.schema().name(),
                    r.entity().caption(),
                    r.entity().role().map(Subject.Role::code).orElse(null),
                    r.at(),
                    properties,
                    r.view().map(Full::conflicts).orElse(List.of()),
                    r.retracted().stream().map(Said::of).toList());
        }

        private static List<String> conflicts(EntityView view) {
            var names = new ArrayList<String>();
            view.conflicts()
                    .forEach(c -> names.add(
                            switch (c) {
                                case Conflict.Values values -> values.property();
                                case Conflict.Schemata schemata -> "schema";
                            }));
            return names;
        }
    }

    record Linked(
            UUID from,
            UUID to,
            String schema,
            String property,
            String label,
            String detail,
            boolean directed,
            List<String> since,
            List<String> until,
            List<UUID> statements,
            boolean marked,
            @Nullable UUID via) {
        static Linked of(Link l) {
            return new Linked(
                    UUID.fromString(l.from().value()),
                    UUID.fromString(l.to().value()),
                    l.schema(),
                    l.property(),
                    l.label(),
                    l.detail(),
                    l.directed(),
                    l.since(),
                    l.until(),
                    l.statements().stream().sorted().toList(),
                    l.openness() != Openness.OPEN,
                    via(l).orElse(null));
        }

        private static Optional<UUID> via(Link l) {
            return l.via().map(v -> UUID.fromString(v.value()));
        }
    }

    /** Links of an entity with the entities at their other ends. */
    record Links(List<Linked> links, List<Listed> neighbours) {
        static Links of(EntityReading r) {
            return new Links(
                    r.links().stream().map(Linked::of).toList(),
                    r.named().values().stream()
                            .filter(e -> !e.edge() && !e.id().equals(r.entity().id()))
                            .map(Listed::of)
                            .toList());
        }
    }
}
