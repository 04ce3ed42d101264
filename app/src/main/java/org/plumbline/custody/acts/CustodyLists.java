package org.plumbline.custody.acts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The exhibits of a case with how things stand with each. */
@Service
@Application
public class CustodyLists {
    private static final Action LIST = new Action("custody.list", Right.READ);

    private final Acts acts;
    private final ExhibitRegister exhibits;
    private final StandingTable table;
    private final Clock clock;

    CustodyLists(Acts acts, ExhibitRegister exhibits, StandingTable table, Clock clock) {
        this.acts = acts;
        this.exhibits = exhibits;
        this.table = table;
        this.clock = clock;
    }

    /** Exhibits by number, those after the given number. */
    public List<ExhibitLine> list(CaseId caseId, ExhibitFilter filter, int after, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<StandingTable.Row> rows = table.list(caseId, filter, clock.instant(), after, limit);
            Map<UUID, Exhibit> by = exhibits
                    .all(rows.stream().map(StandingTable.Row::exhibit).toList())
                    .stream()
                    .collect(Collectors.toMap(Exhibit::id, Function.identity()));
            List<ExhibitLine> lines = rows.stream()
                    .flatMap(row -> Optional.ofNullable(by.get(row.exhibit())).map(e -> line(e, row)).stream())
                    .toList();
            return Noted.of(lines, lines.stream().map(l -> l.exhibit().ref()).toList());
        });
    }

    private static ExhibitLine line(Exhibit exhibit, StandingTable.Row row) {
        return new ExhibitLine(
                exhibit,
                row.custodian(),
                row.seal(),
                row.outTo(),
                row.outUntil(),
                row.transferTo(),
                row.transferUntil(),
                row.disposed());
    }
}
