package org.plumbline.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Reading the trail: of a case by its members, of an organisation by its overseer. */
@Service
@Application
public class Trail {
    /** Reading the trail of a case. */
    public static final Action READ_CASE = new Action("audit.read-case-trail", Right.READ);

    /** Reading the trail of the organisation. */
    public static final Action READ_ALL = new Action("audit.read-trail", Right.OVERSEE);

    private static final Action READ_RECENT = new Action("audit.read-recent", Right.MEMBER);
    private static final Action READ_FIGURES = new Action("audit.read-figures", Right.OVERSEE);

    private final Acts acts;
    private final EntryTable table;

    Trail(Acts acts, EntryTable table) {
        this.acts = acts;
        this.table = table;
    }

    /** Entries of a case, newest first, at most {@code limit}, older than the cursor. */
    public List<TrailEntry> ofCase(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(READ_CASE, Scope.of(caseId), () -> counted(table.ofCase(caseId, before, limit)));
    }

    /** Entries of the acting person's organisation, newest first. */
    public List<TrailEntry> ofOrganisation(TrailFilter filter, int limit) {
        return acts.consult(
                READ_ALL,
                Scope.organisation(),
                () -> counted(table.ofOrganisation(Acting.require().organisation(), filter, limit)));
    }

    /** One entry, for the overseer. */
    public TrailEntry entry(UUID id) {
        return acts.consult(
                READ_ALL,
                Scope.organisation(),
                () -> Noted.of(table.find(id).orElseThrow(Refusal.absent()::asException))
                        .with("entry", id));
    }

    /** The newest acts in these cases, as far as the acting person may see them. */
    public List<TrailEntry> recent(List<CaseId> cases, int limit) {
        return acts.consult(READ_RECENT, Scope.organisation(), () -> counted(table.recent(cases, limit)));
    }

    /**
     * How much was done in the acting person's organisation, a day a line, newest first.
     *
     * @param from the first day, in the zone
     * @param apart an action counted apart, such as {@code cases.open}
     */
    public List<DayFigures> figures(LocalDate from, ZoneId zone, String apart) {
        return acts.consult(
                READ_FIGURES,
                Scope.organisation(),
                () -> Noted.of(table.figures(Acting.require().organisation(), from, zone, apart)));
    }

    private static Noted<List<TrailEntry>> counted(List<TrailEntry> entries) {
        return Noted.of(entries).with("entries", entries.size());
    }
}
