package org.plumbline.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.plumbline.access.Access;
import org.plumbline.access.Stamps;
import org.plumbline.audit.Events;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.ftm.FtmRow;
import org.plumbline.engine.model.statement.Claim;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.Locator;
import org.plumbline.engine.model.statement.RecorderId;
import org.plumbline.engine.model.statement.Recording;
import org.plumbline.engine.model.statement.Source;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.statement.Validity;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;

/** Stores one batch of an import: entities by the identifiers of their register, statements that are not there yet. */
@Component
class ImportStep {
    private static final Action STORE = new Action("entities.import", Right.WRITE);

    /** Beyond this many refused lines the file is of another kind; they are counted and no longer listed. */
    private static final int MOST_LISTED = 10_000;

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final EntityTable entities;
    private final StatementTable statements;
    private final ImportTable table;
    private final Views views;
    private final Vocabulary vocabulary;
    private final Policy policy;
    private final Events events;
    private final Ids ids;

    ImportStep(
            Acts acts,
            Access access,
            Stamps stamps,
            EntityTable entities,
            StatementTable statements,
            ImportTable table,
            Views views,
            Vocabulary vocabulary,
            Policy policy,
            Events events,
            Ids ids) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.entities = entities;
        this.statements = statements;
        this.table = table;
        this.views = views;
        this.vocabulary = vocabulary;
        this.policy = policy;
        this.events = events;
        this.ids = ids;
    }

    ImportRun find(CaseId caseId, UUID id) {
        return acts.perform(
                STORE,
                Scope.of(caseId),
                () -> Noted.of(table.find(caseId, id).orElseThrow(Refusal.absent()::asException)));
    }

    /** Stores the rows and that the file was read up to this line, together. */
    void store(CaseId caseId, ImportRun run, List<FtmRow> rows, long line, long blank, boolean done) {
        acts.perform(STORE, Scope.of(caseId), () -> {
            var batch = new Batch(caseId, run);
            rows.forEach(batch::take);
            ImportRun.Counts counts = batch.store(line, blank);
            table.fault(batch.stamp, run.id(), batch.faults());
            table.count(run.id(), counts, done);
            return Noted.of(line, run.ref()).with("line", line).with("added", counts.added());
        });
    }

    private final class Batch {
        final Stamp stamp;
        private final CaseId caseId;
        private final ImportRun run;
        private final Supplier<Stamp> marked;
        private final List<FtmRow.Read> read = new ArrayList<>();
        private final List<ImportRun.Fault> refused = new ArrayList<>();
        private final Map<List<String>, Long> leftOut = new LinkedHashMap<>();
        private final Map<UUID, String> foreignIds = new LinkedHashMap<>();
        private final Map<UUID, EntityRecord> made = new LinkedHashMap<>();
        private Map<String, UUID> known = Map.of();
        private long values;
        private long markedValues;
        private long already;

        Batch(CaseId caseId, ImportRun run) {
            this.caseId = caseId;
            this.run = run;
            this.stamp = stamps.inCase(caseId);
            this.marked = () -> stamps.of(access.markedLabel(caseId), Optional.of(caseId));
        }

        void take(FtmRow row) {
            switch (row) {
                case FtmRow.Refused no ->
                    refused.add(new ImportRun.Fault(
                            ids.next(), no.line(), "", no.code().code(), no.detail(), 1));
                case FtmRow.Read yes -> {
                    read.add(yes);
                    yes.leftOut()
                            .forEach(l -> leftOut.merge(List.of(l.property(), l.code(), l.detail()), 1L, Long::sum));
                }
            }
        }

        List<ImportRun.Fault> faults() {
            var faults = new ArrayList<ImportRun.Fault>();
            if (run.counts().refused() < MOST_LISTED) {
                faults.addAll(refused);
            }
            leftOut.forEach((what, times) ->
                    faults.add(new ImportRun.Fault(ids.next(), 0, what.get(0), what.get(1), what.get(2), times)));
            return faults;
        }

        ImportRun.Counts store(long line, long blank) {
            known = new LinkedHashMap<>(entities.known(run.collection(), named()));
            Map<UUID, List<StatementRow>> before = statements.of(known.values());
            List<StatementRow> fresh = fresh(before);
            entities.insert(List.copyOf(made.values()), foreignIds);
            statements.insert(fresh);
            Set<UUID> changed = new LinkedHashSet<>();
            fresh.forEach(row -> changed.add(row.subject()));
            views.refresh(changed);
            entities.find(caseId, changed)
                    .values()
                    .forEach(e -> events.publish(EntityWriter.CHANGED, e.ref(), e.stamp()));
            long left = leftOut.values().stream().mapToLong(Long::longValue).sum();
            return new ImportRun.Counts(
                    line, blank, read.size(), refused.size(), values, markedValues, left, fresh.size(), already);
        }

        /** Every identifier of the register that this batch names, as its own or as somebody's it points to. */
        private Set<String> named() {
            var names = new LinkedHashSet<String>();
            read.forEach(row -> {
                names.add(row.entity().id().value());
                row.entity().claims().stream()
                        .filter(c -> property(c).type() == PropertyType.ENTITY)
                        .forEach(c -> names.add(c.value()));
            });
            return names;
        }

        private List<StatementRow> fresh(Map<UUID, List<StatementRow>> before) {
            var said = new HashSet<List<String>>();
            before.values().stream().flatMap(List::stream).forEach(row -> said.add(saying(row.subject(), row)));
            var fresh = new ArrayList<StatementRow>();
            for (FtmRow.Read row : read) {
                UUID subject = entity(row.entity().id().value(), row.entity().schema());
                for (Claim claim : row.entity().claims()) {
                    values++;
                    StatementRow statement = statement(subject, claim, row.line());
                    markedValues += statement.marked() ? 1 : 0;
                    if (said.add(saying(subject, statement))) {
                        fresh.add(statement);
                    } else {
                        already++;
                    }
                }
            }
            return fresh;
        }

        /** A statement of the register says the same again when entity, property and value are the same. */
        private List<String> saying(UUID subject, StatementRow row) {
            Claim claim = row.statement().claim();
            return List.of(
                    subject.toString(),
                    claim.property(),
                    claim.value(),
                    row.source().toString());
        }

        private UUID entity(String foreignId, String schema) {
            UUID id = known.get(foreignId);
            if (id != null) {
                return id;
            }
            UUID fresh = ids.next();
            known.put(foreignId, fresh);
            foreignIds.put(fresh, foreignId);
            boolean isMarked = policy.of(schema).openness() == Openness.MARKED;
            made.put(
                    fresh,
                    new EntityRecord(
                            fresh,
                            isMarked ? marked.get() : stamp,
                            schema,
                            "",
                            vocabulary.require(schema).edge().isPresent(),
                            isMarked,
                            Optional.of(run.collection()),
                            Optional.empty(),
                            Optional.empty()));
            return fresh;
        }

        private StatementRow statement(UUID subject, Claim claim, long line) {
            Property property = property(claim);
            boolean link = property.type() == PropertyType.ENTITY;
            UUID end = link ? entity(claim.value(), range(property)) : subject;
            boolean isMarked = policy.of(claim.schema(), claim.property()).openness() == Openness.MARKED;
            Stamp under = isMarked ? marked.get() : stamp;
            var said = new Claim(
                    new EntityId(subject.toString()),
                    claim.schema(),
                    claim.property(),
                    link ? end.toString() : claim.value(),
                    claim.original(),
                    claim.language(),
                    claim.qualifier());
            var statement = new Statement(
                    ids.next(),
                    said,
                    new Source(Source.Kind.REGISTER, run.source().toString(), new Locator.RegisterRow(line)),
                    Grading.Fact.ungraded(),
                    Validity.open(),
                    new Recording(new RecorderId(under.recordedBy().value()), under.recordedAt()),
                    null);
            return new StatementRow(statement, under, link ? Optional.of(end) : Optional.empty(), isMarked);
        }

        private Property property(Claim claim) {
            Schema schema = vocabulary.require(claim.schema());
            return schema.property(claim.property()).orElseThrow();
        }

        private String range(Property property) {
            return property.range().isEmpty() ? "Thing" : property.range();
        }
    }
}
