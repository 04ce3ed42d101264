package org.plumbline.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.log.Evidence;
import org.plumbline.audit.log.Seal;
import org.plumbline.audit.log.Seals;
import org.plumbline.audit.log.Standing;
import org.plumbline.audit.log.TrailExport;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
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
    private static final Action PROVE_IN_CASE = new Action("audit.prove-case-entry", Right.READ);
    private static final Action EXPORT = new Action("audit.export-case-trail", Right.EXPORT);
    private static final Action READ_RECENT = new Action("audit.read-recent", Right.MEMBER);
    private static final Action READ_FIGURES = new Action("audit.read-figures", Right.OVERSEE);

    /** Each with its proof, some 2 KB: what one answer may hold in memory. */
    private static final int MOST_EXPORTED = 20_000;

    private final Acts acts;
    private final EntryTable table;
    private final EvidenceTable evidences;
    private final Seals seals;

    Trail(Acts acts, EntryTable table, EvidenceTable evidences, Seals seals) {
        this.acts = acts;
        this.table = table;
        this.evidences = evidences;
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
     * The proof that an entry is in the log, as a {@code .tlog-proof} file that carries the entry's body, unless that
     * holds what an overseer does not read; for the overseer.
     *
     * @throws org.plumbline.kernel.Refused while the entry is not sealed
     */
    public byte[] proof(UUID id) {
        return acts.perform(PROVE, Scope.organisation(), () -> {
            Evidence evidence = evidences.of(id).orElseThrow(Refusal.absent()::asException);
            boolean content = evidence.opening()
                    .map(body -> ContentFacts.in(TrailEntry.Body.parse(body.content())))
                    .orElse(false);
            return proven(id, content ? evidence.withheld() : evidence);
        });
    }

    /** One entry of a case, for those who may read its trail. */
    public TrailEntry entry(CaseId caseId, UUID id) {
        return acts.consult(
                READ_CASE, Scope.of(caseId), () -> Noted.of(found(caseId, id)).with("entry", id));
    }

    /** How far an entry of a case is sealed, for those who may read its trail. */
    public Seal seal(CaseId caseId, UUID id) {
        return acts.consult(
                READ_CASE,
                Scope.of(caseId),
                () -> Noted.of(seals.of(found(caseId, id).id())).with("entry", id));
    }

    /**
     * The proof that an entry of a case is in the log, with its body, for those who may read the case's trail.
     *
     * @throws org.plumbline.kernel.Refused while the entry is not sealed
     */
    public byte[] proof(CaseId caseId, UUID id) {
        return acts.perform(
                PROVE_IN_CASE,
                Scope.of(caseId),
                () -> proven(id, evidences.of(caseId, id).orElseThrow(Refusal.absent()::asException)));
    }

    /**
     * The trail of a case with the proof of each entry, under one checkpoint, for {@code verify}; entries of the last
     * seconds may not be covered yet.
     *
     * @throws org.plumbline.kernel.Refused while nothing of it is sealed, or when it is too long for one file
     */
    public TrailExport export(CaseId caseId) {
        return acts.perform(EXPORT, Scope.of(caseId), () -> {
            var entries = new LinkedHashMap<UUID, Evidence>();
            evidences.ofCase(caseId, MOST_EXPORTED + 1).forEach(each -> entries.put(each.entry(), each.evidence()));
            if (entries.size() > MOST_EXPORTED) {
                throw Refusal.of(
                                Refusal.Kind.TOO_LARGE,
                                "trail-too-long",
                                Map.of("most", Integer.toString(MOST_EXPORTED)))
                        .asException();
            }
            TrailExport export = seals.export(entries);
            if (export.entries() == 0) {
                throw notSealed();
            }
            return Noted.of(export).with("entries", export.entries()).with("bytes", export.bytes().length);
        });
    }

    /** Up to where the log is signed, and who outside has seen it; for the overseer. */
    public Standing standing() {
        return acts.consult(READ_ALL, Scope.organisation(), () -> Noted.of(seals.standing()));
    }

    /** The log's key and its witnesses as a C2SP tlog-policy, to be vouched for elsewhere; for the overseer. */
    public String policy() {
        return acts.consult(READ_ALL, Scope.organisation(), () -> Noted.of(seals.policy()));
    }

    /** The same, for those who may read the trail of a case. */
    public String policy(CaseId caseId) {
        return acts.consult(READ_CASE, Scope.of(caseId), () -> Noted.of(seals.policy()));
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

    private Noted<byte[]> proven(UUID id, Evidence evidence) {
        byte[] proof = seals.proof(id, evidence).orElseThrow(Trail::notSealed);
        return Noted.of(proof).with("entry", id).with("bytes", proof.length);
    }

    private static Refused notSealed() {
        return Refusal.of(Refusal.Kind.CONFLICT, "entry-not-sealed", Map.of()).asException();
    }

    private TrailEntry found(CaseId caseId, UUID id) {
        return table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
    }

    private TrailEntry found(UUID id) {
        return table.find(id).orElseThrow(Refusal.absent()::asException);
    }

    private static Noted<List<TrailEntry>> counted(List<TrailEntry> entries) {
        return Noted.of(entries).with("entries", entries.size());
    }
}
