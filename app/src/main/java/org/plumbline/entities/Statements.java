package org.plumbline.entities;

import java.util.Map;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
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
    private static final Action RETRACT = new Action("entities.retract-statement", Right.WRITE);

    private final Acts acts;
    private final EntityWriter writer;
    private final EntityTable entities;
    private final StatementTable table;
    private final Stamps stamps;
    private final Ids ids;

    Statements(Acts acts, EntityWriter writer, EntityTable entities, StatementTable table, Stamps stamps, Ids ids) {
        this.acts = acts;
        this.writer = writer;
        this.entities = entities;
        this.table = table;
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
