package org.plumbline.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.log.Evidence;
import org.plumbline.audit.log.Seal;
import org.plumbline.audit.log.Seals;
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

    private static final Action READ_OWN = new Action("audit.read-own-entry", Right.SELF);
    private static final Action PROVE = new Action("audit.prove-entry", Right.OVERSEE);
    private static final Action READ_RECENT = new Action("audit.read-recent", Right.MEMBER);
    private static final Action READ_FIGURES = new Action("audit.read-figures", Right.OVERSEE);

    private final Acts acts;
    private final EntryTable table;
    private final Seals seals;

    Trail(Acts acts, EntryTable table, Seals seals) {
        this.acts = acts;
        this.table = table;
        this.seals = seals;
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
                READ_ALL, Scope.organisation(), () -> Noted.of(found(id)).with("entry", id));
    }

    /** An entry of the acting person. */
    public TrailEntry own(UUID id) {
        return acts.consult(READ_OWN, Scope.own(), () -> {
            TrailEntry entry = table.find(id)
                    .filter(e -> e.by().equals(Acting.require().member()))
                    .orElseThrow(Refusal.absent()::asException);
            return Noted.of(entry).with("entry", id);
        });
    }

    /** How far an entry is sealed, for the overseer. */
    public Seal seal(UUID id) {
        return acts.consult(
                READ_ALL,
                Scope.organisation(),
                () -> Noted.of(seals.of(found(id).id())).with("entry", id));
    }

    /**
     * The proof that an entry is in the log, as a {@code .tlog-proof} file that carries the entry's body; for the
     * overseer.
     *
     * @throws org.plumbline.kernel.Refused while the entry is not sealed
     */
    public byte[] proof(UUID id) {
        return acts.perform(PROVE, Scope.organisation(), () -> {
            Evidence evidence = table.evidence(id).orElseThrow(Refusal.absent()::asException);
            byte[] proof = seals.proof(id, evidence)
                    .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "entry-not-sealed", Map.of())
                            .asException());
            return Noted.of(proof).with("entry", id).with("bytes", proof.length);
        });
    }

    /** The key that checkpoints are verified with, as it is written, to be vouched for elsewhere; for the overseer. */
    public String verifier() {
        return acts.consult(
                READ_ALL, Scope.organisation(), () -> Noted.of(seals.verifier().orElse("")));
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

    private TrailEntry found(UUID id) {
        return table.find(id).orElseThrow(Refusal.absent()::asException);
    }

    private static Noted<List<TrailEntry>> counted(List<TrailEntry> entries) {
        return Noted.of(entries).with("entries", entries.size());
    }
}
