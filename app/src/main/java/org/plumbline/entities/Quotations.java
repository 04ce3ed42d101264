package org.plumbline.entities;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.engine.model.Edge;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.Conflict;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Statements as later stages quote them. What the policy marks is never quoted. */
@Service
@Application
public class Quotations {
    private static final Action QUOTE = new Action("entities.quote", Right.READ);

    private final Acts acts;
    private final EntityTable entities;
    private final StatementTable statements;
    private final SourceTable sources;
    private final Views views;
    private final Members members;
    private final Vocabulary vocabulary;
    private final Policy policy;
    private final Clock clock;

    Quotations(
            Acts acts,
            EntityTable entities,
            StatementTable statements,
            SourceTable sources,
            Views views,
            Members members,
            Vocabulary vocabulary,
            Policy policy,
            Clock clock) {
        this.acts = acts;
        this.entities = entities;
        this.statements = statements;
        this.sources = sources;
        this.views = views;
        this.members = members;
        this.vocabulary = vocabulary;
        this.policy = policy;
        this.clock = clock;
    }

    /** These statements in this order, retracted ones too; those that may not be seen or quoted are left out. */
    public List<Quotation> of(CaseId caseId, Collection<UUID> ids) {
        return acts.consult(QUOTE, Scope.of(caseId), () -> {
            Set<UUID> wanted = new LinkedHashSet<>(ids);
            List<UUID> subjects = statements.subjects(caseId, wanted);
            Map<UUID, Quotation> found = about(caseId, entities.find(caseId, subjects)).stream()
                    .collect(Collectors.toMap(Quotation::id, q -> q));
            List<Quotation> quoted = wanted.stream()
                    .flatMap(id -> Stream.ofNullable(found.get(id)))
                    .toList();
            return Noted.of(quoted, refs(quoted));
        });
    }

    /** Every open statement that stands about these entities and about the links that touch them, by entity. */
    public List<Quotation> about(CaseId caseId, Collection<UUID> about) {
        return acts.consult(QUOTE, Scope.of(caseId), () -> {
            var ids = new LinkedHashSet<>(about);
            Map<UUID, EntityRecord> touching = entities.find(caseId, statements.pointingTo(about, Views.MOST_LINKS));
            touching.values().stream().filter(EntityRecord::edge).forEach(e -> ids.add(e.id()));
            List<Quotation> quoted = about(caseId, entities.find(caseId, ids)).stream()
                    .filter(q -> q.statement().retraction().isEmpty())
                    .toList();
            return Noted.of(quoted, refs(quoted));
        });
    }

    private List<Quotation> about(CaseId caseId, Map<UUID, EntityRecord> about) {
        Instant now = clock.instant();
        Map<UUID, List<StatementRow>> rows = statements.of(about.keySet());
        List<StatementRow> all = rows.values().stream().flatMap(List::stream).toList();
        Map<UUID, SourceRecord> resting = sources.sources(
                all.stream().map(StatementRow::source).distinct().toList());
        Map<UUID, String> named =
                entities
                        .find(
                                caseId,
                                all.stream()
                                        .flatMap(r -> r.pointsTo().stream())
                                        .distinct()
                                        .toList())
                        .values()
                        .stream()
                        .filter(e -> !e.marked())
                        .collect(Collectors.toMap(EntityRecord::id, EntityRecord::caption));
        Map<MemberId, String> people = members.names(
                all.stream().map(r -> r.stamp().recordedBy()).distinct().toList());
        var quoted = new ArrayList<Quotation>();
        about.values().stream().filter(e -> !e.marked()).forEach(entity -> {
            List<StatementRow> own = rows.getOrDefault(entity.id(), List.of());
            quoted.addAll(quote(entity, own, views.of(own, now), resting, named, people));
        });
        return quoted;
    }

    private List<Quotation> quote(
            EntityRecord entity,
            List<StatementRow> rows,
            Optional<EntityView> view,
            Map<UUID, SourceRecord> resting,
            Map<UUID, String> named,
            Map<MemberId, String> people) {
        Schema schema = view.map(EntityView::schema).orElseGet(() -> vocabulary.require(entity.schema()));
        String name = name(entity, schema, view, named);
        var quoted = new ArrayList<Quotation>();
        for (StatementRow row : rows) {
            String property = row.statement().claim().property();
            SourceRecord source = resting.get(row.source());
            if (source == null || row.marked() || !policy.mayExportInBulk(schema.name(), property)) {
                continue;
            }
            List<StatedValue> sides = contradicting(view, row.statement());
            quoted.add(new Quotation(
                    entity,
                    name,
                    schema,
                    schema.property(property),
                    row.statement(),
                    source,
                    people.getOrDefault(row.stamp().recordedBy(), ""),
                    sides,
                    sourcesOf(sides, resting),
                    named));
        }
        return quoted;
    }

    private static String name(EntityRecord entity, Schema schema, Optional<EntityView> view, Map<UUID, String> named) {
        return schema.edge()
                .flatMap(edge -> view.map(v -> ends(edge, v, named)))
                .filter(ends -> !ends.isEmpty())
                .orElse(entity.caption().isEmpty() ? schema.label() : entity.caption());
    }

    private static String ends(Edge edge, EntityView view, Map<UUID, String> named) {
        return Stream.of(edge.source(), edge.target())
                .flatMap(end -> view.values(end).stream().limit(1))
                .flatMap(value -> Known.read(value.value()).stream())
                .map(id -> named.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(edge.directed() ? " → " : " – "));
    }

    private static List<StatedValue> contradicting(Optional<EntityView> view, Statement statement) {
        if (statement.retraction().isPresent()) {
            return List.of();
        }
        return view.stream()
                .flatMap(v -> v.conflicts().stream())
                .flatMap(conflict -> switch (conflict) {
                    case Conflict.Values values -> Stream.of(values);
                    case Conflict.Schemata schemata -> Stream.<Conflict.Values>empty();
                })
                .filter(c -> c.property().equals(statement.claim().property()))
                .map(Conflict.Values::values)
                .filter(values -> values.stream().anyMatch(v -> v.statements().contains(statement)))
                .findFirst()
                .orElse(List.of());
    }

    private static Map<UUID, SourceRecord> sourcesOf(List<StatedValue> values, Map<UUID, SourceRecord> resting) {
        var found = new LinkedHashMap<UUID, SourceRecord>();
        values.stream()
                .flatMap(v -> v.statements().stream())
                .map(s -> UUID.fromString(s.source().id()))
                .forEach(id -> Optional.ofNullable(resting.get(id)).ifPresent(s -> found.put(id, s)));
        return found;
    }

    private static List<Ref> refs(List<Quotation> quoted) {
        return quoted.stream()
                .flatMap(q -> Stream.of(
                        new Ref("statement", q.id(), q.about().stamp().owner()),
                        q.source().ref()))
                .distinct()
                .toList();
    }
}
