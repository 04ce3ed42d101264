package org.plumbline.entities;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** What the links of the graph rest on: the statements that give their ends, with their sources. */
@Service
@Application
public class EntityGrounds {
    private static final Action READ = new Action("entities.read-grounds", Right.READ);

    private final Acts acts;
    private final StatementTable statements;
    private final SourceTable sources;

    EntityGrounds(Acts acts, StatementTable statements, SourceTable sources) {
        this.acts = acts;
        this.statements = statements;
        this.sources = sources;
    }

    /** A statement with the source it rests on. */
    public record Ground(Statement statement, SourceRecord source) {}

    /** The grounds of these links that stand now, by statement; what may not be seen is left out. */
    public Map<UUID, Ground> of(CaseId caseId, Collection<EntityGraph.Edge> edges) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            var ids = new LinkedHashSet<UUID>();
            edges.forEach(edge -> ids.addAll(edge.statements()));
            List<StatementRow> rows = statements.standing(ids);
            Map<UUID, SourceRecord> read = sources.sources(
                    new LinkedHashSet<>(rows.stream().map(StatementRow::source).toList()));
            var grounds = new LinkedHashMap<UUID, Ground>();
            rows.forEach(row -> {
                SourceRecord source = read.get(row.source());
                if (source != null) {
                    grounds.put(row.statement().id(), new Ground(row.statement(), source));
                }
            });
            return Noted.of(
                    grounds,
                    read.values().stream()
                            .filter(Objects::nonNull)
                            .map(SourceRecord::ref)
                            .toList());
        });
    }
}
