package org.plumbline.entities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.access.Stamps;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Adds and retracts statements; nothing changes one. */
@Service
@Application
public class Statements {
    private static final Action ADD = new Action("entities.add-statement", Right.WRITE);
    private static final Action READ = new Action("entities.read-statement", Right.READ);
    private static final Action RETRACT = new Action("entities.retract-statement", Right.WRITE);

    private final Acts acts;
    private final EntityWriter writer;
    private final EntityTable entities;
    private final StatementTable table;
    private final SourceTable sourceTable;
    private final Sources sources;
    private final Roles roles;
    private final Members members;
    private final Stamps stamps;
    private final Ids ids;

    Statements(
            Acts acts,
            EntityWriter writer,
            EntityTable entities,
            StatementTable table,
            SourceTable sourceTable,
            Sources sources,
            Roles roles,
            Members members,
            Stamps stamps,
            Ids ids) {
        this.acts = acts;
        this.writer = writer;
        this.entities = entities;
        this.table = table;
        this.sourceTable = sourceTable;
        this.sources = sources;
        this.roles = roles;
        this.members = members;
        this.stamps = stamps;
        this.ids = ids;
    }

    /** Records what a source says of an entity. */
    public Statement add(CaseId caseId, UUID entity, NewStatement asked) {
        return acts.perform(ADD, Scope.of(caseId), () -> {
            EntityRecord subject = entities.find(caseId, entity).orElseThrow(Refusal.absent()::asException);
            StatementRow row = writer.add(caseId, subject, asked);
            return Noted.of(
                            row.statement(),
                            ref(row.statement(), subject.stamp().owner()),
                            subject.ref())
                    .with("property", asked.property());
        });
    }

    /** As {@link #add}, on a source that is entered with it: both or neither. */
    public Statement addOn(CaseId caseId, UUID entity, NewSource source, Function<UUID, NewStatement> asked) {
        return acts.perform(ADD, Scope.of(caseId), () -> {
            Statement made =
                    add(caseId, entity, asked.apply(sources.add(caseId, source).id()));
            return Noted.of(made);
        });
    }

    /** A statement with what it is about and rests on. */
    public Reading read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            StatementRow row = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            EntityRecord subject = entities.find(caseId, row.subject()).orElseThrow(Refusal.absent()::asException);
            SourceRecord source = sourceTable.source(caseId, row.source()).orElseThrow(Refusal.absent()::asException);
            var people = new java.util.ArrayList<MemberId>(List.of(row.stamp().recordedBy()));
            row.statement().retraction().ifPresent(r -> people.add(new MemberId(r.by().value())));
            Optional<EntityRecord> end = row.pointsTo().flatMap(e -> entities.find(caseId, e));
            return Noted.of(
                    new Reading(
                            row.statement(),
                            roles.fill(caseId, List.of(subject)).getFirst(),
                            source,
                            end,
                            row.marked(),
                            members.names(people)),
                    ref(row.statement(), subject.stamp().owner()),
                    subject.ref(),
                    source.ref());
        });
    }

    /**
     * @param end the entity its value names, where it names one
     * @param marked whether the vocabulary policy marks it
     * @param people names of who recorded and retracted it
     */
    public record Reading(
            Statement statement,
            EntityRecord subject,
            SourceRecord source,
            Optional<EntityRecord> end,
            boolean marked,
            Map<MemberId, String> people) {
        public Reading {
            people = Map.copyOf(people);
        }
    }

    /** Withdraws a statement with a reason; it stays on record as it was. */
    public Statement retract(CaseId caseId, UUID id, String reason) {
        return acts.perform(RETRACT, Scope.of(caseId), () -> {
            StatementRow row = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            EntityRecord subject = entities.find(caseId, row.subject()).orElseThrow(Refusal.absent()::asException);
            var input = new Input();
            String why = input.text("reason", reason, 1000);
            input.check();
            if (row.statement().retraction().isPresent()) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "statement-retracted", Map.of())
                        .asException();
            }
            table.insert(
                    ids.next(), id, stamps.of(row.stamp().label(), row.stamp().caseId()), why);
            writer.changed(subject);
            Statement now = table.find(caseId, id).orElseThrow().statement();
            return Noted.of(now, ref(now, subject.stamp().owner()), subject.ref());
        });
    }

    private static Ref ref(Statement statement, OrganisationId owner) {
        return new Ref("statement", statement.id(), owner);
    }
}
