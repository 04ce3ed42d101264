package org.plumbline.entities;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The sources that statements of a case rest on. */
@Service
@Application
public class Sources {
    private static final Action ADD = new Action("entities.add-source", Right.WRITE);
    private static final Action READ = new Action("entities.read-sources", Right.READ);

    private final Acts acts;
    private final Stamps stamps;
    private final SourceTable table;
    private final StatementTable statements;
    private final EntityTable entities;
    private final Roles roles;
    private final Ids ids;

    Sources(
            Acts acts,
            Stamps stamps,
            SourceTable table,
            StatementTable statements,
            EntityTable entities,
            Roles roles,
            Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.table = table;
        this.statements = statements;
        this.entities = entities;
        this.roles = roles;
        this.ids = ids;
    }

    /** Enters a source. */
    public SourceRecord add(CaseId caseId, NewSource asked) {
        return acts.perform(ADD, Scope.of(caseId), () -> {
            var input = new Input();
            var source = new SourceRecord(
                    ids.next(),
                    stamps.inCase(caseId),
                    input.choice("sourceKind", asked.kind(), SourceRecord.Kind.class),
                    input.text("sourceTitle", asked.title(), 500),
                    input.optionalText("sourcePublisher", asked.publisher(), 300),
                    published(input, asked.published().strip()),
                    asked.checked().isBlank()
                            ? Optional.empty()
                            : Optional.of(input.date("sourceChecked", asked.checked())),
                    url(input, asked.url().strip()),
                    asked.about(),
                    Optional.empty());
            input.check();
            table.insert(source);
            return Noted.of(source, source.ref()).with("kind", source.kind().code());
        });
    }

    /** Sources of a case, newest first, after {@code before}. */
    public List<SourceRecord> list(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<SourceRecord> found = table.sources(caseId, before, limit);
            return Noted.of(found, found.stream().map(SourceRecord::ref).toList());
        });
    }

    /** A source with the open statements that rest on it, oldest first, after {@code after}. */
    public Reading read(CaseId caseId, UUID id, Optional<UUID> after, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            SourceRecord source = table.source(caseId, id).orElseThrow(Refusal.absent()::asException);
            List<StatementRow> rows = statements.restingOn(id, after, limit);
            var about = rows.stream().map(StatementRow::subject).distinct().toList();
            var found = roles.fill(caseId, entities.find(caseId, about).values());
            var reading = new Reading(
                    source, rows.stream().map(StatementRow::statement).toList(), found);
            var refs = new java.util.ArrayList<>(
                    found.stream().map(EntityRecord::ref).toList());
            refs.addFirst(source.ref());
            return Noted.of(reading, refs);
        });
    }

    /**
     * @param statements open statements that rest on it, retracted ones too
     * @param about the entities they are about
     */
    public record Reading(SourceRecord source, List<Statement> statements, List<EntityRecord> about) {
        public Reading {
            statements = List.copyOf(statements);
            about = List.copyOf(about);
        }
    }

    private static String published(Input input, String text) {
        if (text.isEmpty()) {
            return "";
        }
        Optional<PartialDate> date = PartialDate.read(text);
        if (date.isEmpty()) {
            input.refuse("sourcePublished", "field-not-a-partial-date", Map.of("value", text));
        }
        return date.map(PartialDate::text).orElse("");
    }

    private static String url(Input input, String text) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            URI address = new URI(text);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return input.optionalText("sourceUrl", text, 2000);
            }
        } catch (java.net.URISyntaxException e) {
            input.refuse("sourceUrl", "value-not-a-url", Map.of("property", "URL", "rule", e.getReason()));
            return "";
        }
        input.refuse("sourceUrl", "value-not-a-url", Map.of("property", "URL", "rule", "http, https"));
        return "";
    }
}
