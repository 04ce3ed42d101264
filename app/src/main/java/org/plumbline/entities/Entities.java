package org.plumbline.entities;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.cases.Subjects;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.link.Link;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Makes, lists and reads the entities of a case. */
@Service
@Application
public class Entities {
    private static final Action CREATE = new Action("entities.create", Right.WRITE);
    private static final Action LIST = new Action("entities.list", Right.READ);
    private static final Action SUGGEST = new Action("entities.suggest", Right.READ);
    private static final Action READ = new Action("entities.read", Right.READ);
    private static final Action GIVE_ROLE = new Action("entities.give-role", Right.WRITE);

    private final Acts acts;
    private final EntityWriter writer;
    private final EntityTable table;
    private final StatementTable statements;
    private final SourceTable sources;
    private final Views views;
    private final Roles roles;
    private final Subjects subjects;
    private final Members members;
    private final Vocabulary vocabulary;
    private final Clock clock;

    Entities(
            Acts acts,
            EntityWriter writer,
            EntityTable table,
            StatementTable statements,
            SourceTable sources,
            Views views,
            Roles roles,
            Subjects subjects,
            Members members,
            Vocabulary vocabulary,
            Clock clock) {
        this.acts = acts;
        this.writer = writer;
        this.table = table;
        this.statements = statements;
        this.sources = sources;
        this.views = views;
        this.roles = roles;
        this.subjects = subjects;
        this.members = members;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** Makes an entity with its first statements; a person gets its role in the case with it. */
    public EntityRecord create(CaseId caseId, NewEntity asked) {
        return createAll(caseId, List.of(asked)).getFirst();
    }

    /** Makes entities that may point to each other by their keys, all of them or none. */
    public List<EntityRecord> createAll(CaseId caseId, List<NewEntity> asked) {
        return acts.perform(CREATE, Scope.of(caseId), () -> {
            List<EntityRecord> made = writer.create(caseId, asked);
            return Noted.of(made, refs(made)).with("count", made.size());
        });
    }

    /** Entities of a case, newest first, after {@code before}; links and marked kinds are left out. */
    public List<EntityRecord> list(CaseId caseId, EntityFilter filter, Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<EntityRecord> found = roles.fill(caseId, table.list(caseId, filter, before, limit));
            return Noted.of(found, refs(found)).with("words", filter.words()).with("schema", filter.schema());
        });
    }

    /** How many entities of each open kind a case has. */
    public Map<String, Long> kinds(CaseId caseId) {
        return acts.consult(LIST, Scope.of(caseId), () -> Noted.of(table.kinds(caseId)));
    }

    /** A few entities whose open names begin with or contain the text. */
    public List<EntityRecord> suggest(CaseId caseId, String text, int limit) {
        return acts.consult(SUGGEST, Scope.of(caseId), () -> {
            List<EntityRecord> found =
                    text.isBlank() ? List.of() : roles.fill(caseId, table.suggest(caseId, text, limit));
            return Noted.of(found, refs(found)).with("words", text);
        });
    }

    /** An entity with its statements and links, as known now or at that moment. */
    public EntityReading read(CaseId caseId, UUID id, Optional<Instant> asKnownAt) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            EntityRecord entity = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            EntityReading reading = reading(caseId, entity, asKnownAt.orElseGet(clock::instant));
            return Noted.of(reading, shown(reading)).with("at", reading.at());
        });
    }

    /** Enters an entity among the subjects of the case, with its role. */
    public EntityRecord giveRole(CaseId caseId, UUID id, int version, NewEntity.InCase role) {
        return acts.perform(GIVE_ROLE, Scope.of(caseId), () -> {
            EntityRecord entity = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            var input = new Input();
            if (entity.caption().isEmpty()) {
                input.refuse("role", "person-without-name", Map.of());
            }
            input.check();
            var subject = subjects.add(
                    caseId,
                    entity.caption(),
                    EntityWriter.kind(vocabulary.require(entity.schema())),
                    role.role(),
                    role.basis(),
                    role.reviewDue());
            if (entity.subject().isPresent() || !table.subject(id, version, subject.id())) {
                throw Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "version-stale",
                                Map.of("now", "" + entity.stamp().version(), "given", "" + version))
                        .asException();
            }
            return Noted.of(table.find(caseId, id).orElseThrow().as(role.role()), entity.ref())
                    .with("role", role.role().code());
        });
    }

    private EntityReading reading(CaseId caseId, EntityRecord entity, Instant at) {
        List<StatementRow> own = statements.of(List.of(entity.id())).getOrDefault(entity.id(), List.of());
        Optional<EntityView> view = views.of(own, at);
        Map<UUID, EntityView> around = views.around(List.of(entity.id()), at);
        var self = new EntityId(entity.id().toString());
        List<Link> links = Views.links(around.values(), true).stream()
                .filter(l -> l.touches(self))
                .toList();
        Map<UUID, EntityView> linkViews = linkViews(links, around);
        List<Statement> retracted = retracted(own, at);
        Map<UUID, EntityRecord> named = roles
                .fill(caseId, table.find(caseId, named(view, links)).values())
                .stream()
                .collect(Collectors.toMap(EntityRecord::id, e -> e));
        var subject = roles.of(caseId, entity);
        return new EntityReading(
                subject.map(s -> entity.as(s.role())).orElse(entity),
                view.map(EntityView::schema).orElseGet(() -> vocabulary.require(entity.schema())),
                view,
                retracted,
                links,
                linkViews,
                sources.sources(sourcesOf(view, retracted, links, around)),
                named,
                subject,
                members.names(recorders(own)),
                at);
    }

    private static Map<UUID, EntityView> linkViews(List<Link> links, Map<UUID, EntityView> around) {
        var found = new LinkedHashMap<UUID, EntityView>();
        links.forEach(link -> {
            UUID holder = UUID.fromString(link.via().orElse(link.from()).value());
            EntityView view = around.get(holder);
            if (view != null) {
                found.put(holder, view);
            }
        });
        return found;
    }

    private static List<Statement> retracted(List<StatementRow> own, Instant at) {
        return own.stream()
                .map(StatementRow::statement)
                .filter(s -> s.retraction().filter(r -> !r.at().isAfter(at)).isPresent())
                .sorted(java.util.Comparator.comparing(
                        (Statement s) -> s.retraction().orElseThrow().at(), java.util.Comparator.reverseOrder()))
                .toList();
    }

    private static Set<UUID> named(Optional<EntityView> view, List<Link> links) {
        var ids = new LinkedHashSet<UUID>();
        links.forEach(l -> {
            Known.read(l.from().value()).ifPresent(ids::add);
            Known.read(l.to().value()).ifPresent(ids::add);
            l.via().flatMap(v -> Known.read(v.value())).ifPresent(ids::add);
        });
        view.ifPresent(v -> v.values().values().stream()
                .flatMap(List::stream)
                .forEach(value -> Known.read(value.value()).ifPresent(ids::add)));
        return ids;
    }

    private static Set<UUID> sourcesOf(
            Optional<EntityView> view, List<Statement> retracted, List<Link> links, Map<UUID, EntityView> around) {
        var ids = new LinkedHashSet<UUID>();
        retracted.forEach(s -> ids.add(UUID.fromString(s.source().id())));
        var read = new LinkedHashSet<EntityView>(linkViews(links, around).values());
        view.ifPresent(read::add);
        read.stream()
                .flatMap(v -> v.values().values().stream())
                .flatMap(List::stream)
                .map(StatedValue::statements)
                .flatMap(Collection::stream)
                .forEach(s -> ids.add(UUID.fromString(s.source().id())));
        return ids;
    }

    private static Set<MemberId> recorders(List<StatementRow> own) {
        var people = new LinkedHashSet<MemberId>();
        own.forEach(row -> {
            people.add(row.stamp().recordedBy());
            row.statement().retraction().ifPresent(r -> people.add(new MemberId(r.by().value())));
        });
        return people;
    }

    private static List<Ref> shown(EntityReading reading) {
        var refs = new LinkedHashSet<Ref>();
        refs.add(reading.entity().ref());
        reading.named().values().forEach(e -> refs.add(e.ref()));
        reading.sources().values().forEach(s -> refs.add(s.ref()));
        return List.copyOf(refs);
    }

    private static List<Ref> refs(List<EntityRecord> entities) {
        return entities.stream().map(EntityRecord::ref).toList();
    }
}
