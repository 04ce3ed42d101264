package org.plumbline.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.access.Access;
import org.plumbline.access.Stamps;
import org.plumbline.audit.Events;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Schema;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;

/** Checks and stores new entities with their first statements, inside the act that asks for it. */
@Component
class EntityWriter {
    /** Told to later stages whenever what is known of an entity changed. */
    static final String CHANGED = "entity-changed";

    private final EntityTable entities;
    private final StatementTable statements;
    private final SourceTable sources;
    private final StatementCheck check;
    private final Views views;
    private final Subjects subjects;
    private final Policy policy;
    private final Access access;
    private final Stamps stamps;
    private final Events events;
    private final Ids ids;

    EntityWriter(
            EntityTable entities,
            StatementTable statements,
            SourceTable sources,
            StatementCheck check,
            Views views,
            Subjects subjects,
            Policy policy,
            Access access,
            Stamps stamps,
            Events events,
            Ids ids) {
        this.entities = entities;
        this.statements = statements;
        this.sources = sources;
        this.check = check;
        this.views = views;
        this.subjects = subjects;
        this.policy = policy;
        this.access = access;
        this.stamps = stamps;
        this.events = events;
        this.ids = ids;
    }

    private record Asked(UUID id, NewEntity entity) {}

    /** A new entity whose input was found right. */
    private record Draft(UUID id, NewEntity asked, Schema schema, List<StatementRow> statements) {}

    List<EntityRecord> create(CaseId caseId, List<NewEntity> asked) {
        var input = new Input();
        List<Asked> own = asked.stream().map(a -> new Asked(ids.next(), a)).toList();
        Known known = known(caseId, own);
        var drafts = new ArrayList<Draft>();
        own.forEach(one -> draft(input, one.id(), one.entity(), known).ifPresent(drafts::add));
        input.check();
        List<EntityRecord> records =
                drafts.stream().map(d -> record(caseId, d, known)).toList();
        entities.insert(records, Map.of());
        statements.insert(drafts.stream().flatMap(d -> d.statements().stream()).toList());
        views.refresh(records.stream().map(EntityRecord::id).toList());
        records.forEach(r -> events.publish(CHANGED, r.ref(), r.stamp()));
        Map<UUID, EntityRecord> stored =
                entities.find(caseId, records.stream().map(EntityRecord::id).toList());
        return records.stream().map(r -> stored.getOrDefault(r.id(), r)).toList();
    }

    StatementRow add(CaseId caseId, EntityRecord entity, NewStatement asked) {
        var input = new Input();
        Schema schema = check.schema(input, entity.schema()).orElseThrow(() -> stop(input));
        Set<UUID> pointed = Known.read(asked.value().strip()).map(Set::of).orElse(Set.of());
        Known known = known(caseId, Set.of(asked.source()), pointed, Map.of(), Map.of());
        Optional<StatementRow> row = check.check(input, entity.id(), schema, asked, known, "value");
        input.check();
        statements.insert(List.of(row.orElseThrow()));
        changed(entity);
        return row.orElseThrow();
    }

    /** Repeats in its row what is known of it now, and tells later stages. */
    void changed(EntityRecord entity) {
        views.refresh(List.of(entity.id()));
        events.publish(CHANGED, entity.ref(), entity.stamp());
    }

    private static IllegalStateException stop(Input input) {
        input.check();
        return new IllegalStateException("A schema was refused without a reason");
    }

    private Optional<Draft> draft(Input input, UUID id, NewEntity asked, Known known) {
        Optional<Schema> schema = check.schema(input, asked.schema());
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        if (asked.statements().isEmpty()) {
            input.refuse("properties", "statement-missing", Map.of());
        }
        if (schema.get().isA("Person")) {
            checkPerson(input, asked);
        }
        List<StatementRow> rows = asked.statements().stream()
                .flatMap(s -> check.check(input, id, schema.get(), s, known, "p-" + s.property()).stream())
                .toList();
        return Optional.of(new Draft(id, asked, schema.get(), rows));
    }

    private static void checkPerson(Input input, NewEntity asked) {
        if (asked.role().isEmpty()) {
            input.refuse("role", "person-without-role", Map.of());
        }
        if (asked.statements().stream().noneMatch(s -> s.property().equals("name"))) {
            input.refuse("p-name", "person-without-name", Map.of());
        }
    }

    private EntityRecord record(CaseId caseId, Draft draft, Known known) {
        boolean marked = policy.of(draft.schema().name()).openness() == Openness.MARKED;
        Stamp stamp = marked ? known.marked().get() : known.stamp();
        Optional<UUID> subject = draft.asked().role().map(role -> subject(caseId, draft, role));
        return new EntityRecord(
                draft.id(),
                stamp,
                draft.schema().name(),
                "",
                draft.schema().edge().isPresent(),
                marked,
                Optional.empty(),
                subject,
                draft.asked().role().map(NewEntity.InCase::role));
    }

    private UUID subject(CaseId caseId, Draft draft, NewEntity.InCase role) {
        String name = draft.asked().statements().stream()
                .filter(s -> s.property().equals("name"))
                .map(NewStatement::value)
                .findFirst()
                .orElse("");
        return subjects.add(caseId, name, kind(draft.schema()), role.role(), role.basis(), role.reviewDue())
                .id();
    }

    static Subject.Kind kind(Schema schema) {
        return schema.isA("Organization") ? Subject.Kind.ORGANISATION : Subject.Kind.PERSON;
    }

    private Known known(CaseId caseId, List<Asked> own) {
        var restsOn = new HashSet<UUID>();
        var pointed = new HashSet<UUID>();
        var keys = new LinkedHashMap<String, UUID>();
        var schemata = new LinkedHashMap<UUID, String>();
        own.forEach(one -> {
            if (!one.entity().key().isEmpty()) {
                keys.put(one.entity().key(), one.id());
            }
            schemata.put(one.id(), one.entity().schema());
            one.entity().statements().forEach(s -> {
                restsOn.add(s.source());
                Known.read(s.value().strip()).ifPresent(pointed::add);
            });
        });
        return known(caseId, restsOn, pointed, keys, schemata);
    }

    private Known known(
            CaseId caseId, Set<UUID> restsOn, Set<UUID> pointed, Map<String, UUID> keys, Map<UUID, String> own) {
        Map<UUID, SourceRecord> found = sources.sources(restsOn).values().stream()
                .filter(s -> s.stamp().caseId().equals(Optional.of(caseId)))
                .collect(Collectors.toMap(SourceRecord::id, s -> s));
        var schemata = new LinkedHashMap<>(own);
        entities.find(caseId, pointed).forEach((id, entity) -> schemata.put(id, entity.schema()));
        return new Known(found, schemata, keys, stamps.inCase(caseId), () -> marked(caseId));
    }

    private Stamp marked(CaseId caseId) {
        return stamps.of(access.markedLabel(caseId), Optional.of(caseId));
    }
}
