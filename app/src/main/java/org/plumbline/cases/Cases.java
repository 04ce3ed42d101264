package org.plumbline.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.CaseTerms;
import org.plumbline.access.Decision;
import org.plumbline.access.Grant;
import org.plumbline.access.Stamps;
import org.plumbline.access.Standing;
import org.plumbline.audit.Events;
import org.plumbline.identity.Members;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Service;

/** Opens, reads and changes case files. */
@Service
@Application
public class Cases {
    private static final Action OPEN = new Action("cases.open", Right.OPEN_CASE);
    private static final Action LIST = new Action("cases.list", Right.MEMBER);
    private static final Action READ = new Action("cases.read", Right.READ);
    private static final Action CHANGE = new Action("cases.change", Right.WRITE);
    private static final Action RENEW = new Action("cases.renew-authority", Right.SUPERVISE);

    /** Retention is reviewed a year after opening unless a case type says otherwise. */
    private static final int REVIEW_AFTER_YEARS = 1;

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final Members members;
    private final CaseTable table;
    private final CaseNumbering numbering;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    Cases(
            Acts acts,
            Access access,
            Stamps stamps,
            Members members,
            CaseTable table,
            CaseNumbering numbering,
            Events events,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.members = members;
        this.table = table;
        this.numbering = numbering;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a case: number by the organisation's scheme, the opener as lead (as supervisor too when no other is named).
     */
    public CaseFile open(OpenCase asked) {
        return acts.perform(OPEN, Scope.organisation(), () -> {
            check(asked);
            Organisation organisation = members.ownOrganisation();
            var id = new CaseId(ids.next());
            var terms = new CaseTerms(
                    id,
                    numbering.take(organisation),
                    caveats(asked.caveat()),
                    asked.purpose().strip(),
                    asked.validFrom(),
                    asked.validUntil(),
                    organisation.zone());
            access.establish(terms, Standing.LEAD, "opened the case");
            asked.supervisor()
                    .filter(s -> !s.equals(Acting.require().member()))
                    .ifPresent(s -> access.grant(id, s, Standing.SUPERVISOR, "named at opening"));
            CaseFile file = file(terms, asked);
            table.insert(file);
            events.publish("case-opened", file.ref(), file.stamp());
            return Noted.of(file, file.ref()).with("number", file.number()).opening(id);
        });
    }

    /** A case the acting person may see. */
    public CaseFile read(CaseId id) {
        return acts.consult(READ, Scope.of(id), () -> {
            CaseFile file = table.find(id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(file, file.ref());
        });
    }

    /** The case with its team and what the acting person may do there: the head of each of its pages. */
    public CaseSummary summary(CaseId id) {
        return acts.consult(READ, Scope.of(id), () -> {
            CaseFile file = table.find(id).orElseThrow(Refusal.absent()::asException);
            List<MemberId> team =
                    access.grants(id).stream().map(Grant::member).distinct().toList();
            var summary = new CaseSummary(file, team, may(CHANGE, id), may(RENEW, id), access.glassUntil(id));
            return Noted.of(summary, file.ref());
        });
    }

    /** Cases the acting person may see, newest first, whose number or title has these words. */
    public List<CaseFile> list(String words, Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.organisation(), () -> {
            List<CaseFile> files = table.list(words.strip(), before, limit);
            return Noted.of(files, files.stream().map(CaseFile::ref).toList());
        });
    }

    /**
     * Changes title, caveat, question or state.
     *
     * @param version the version the change was made against
     */
    public CaseFile change(CaseId id, int version, CaseChange change) {
        return acts.perform(CHANGE, Scope.of(id), () -> {
            CaseFile old = table.find(id).orElseThrow(Refusal.absent()::asException);
            check(change);
            if (change.of(old).caveat() != old.caveat() && !may(RENEW, id)) {
                throw Refusal.invalid(List.of(new Refusal.Field("caveat", "caveat-by-decider", Map.of())))
                        .asException();
            }
            CaseFile changed = change.of(old);
            if (!table.update(changed, version)) {
                throw Versions.stale(old.stamp().version(), version);
            }
            if (changed.caveat() != old.caveat()) {
                access.renew(access.terms(id).under(caveats(changed.caveat())));
            }
            events.publish("case-changed", old.ref(), old.stamp());
            return Noted.of(table.find(id).orElseThrow(), old.ref()).with("changed", change.differences(old));
        });
    }

    /** Adds a newer authority, which decides from now on. */
    public CaseFile renew(CaseId id, RenewAuthority asked) {
        return acts.perform(RENEW, Scope.of(id), () -> {
            check(asked);
            CaseFile file = table.find(id).orElseThrow(Refusal.absent()::asException);
            var authority = new Authority(
                    ids.next(),
                    stamps.inCase(id),
                    asked.legalBasis().strip(),
                    asked.reference().strip(),
                    asked.purpose().strip(),
                    asked.validFrom(),
                    asked.validUntil(),
                    file.zone());
            table.insert(authority);
            access.renew(new CaseTerms(
                    id,
                    file.number(),
                    caveats(file.caveat()),
                    asked.purpose().strip(),
                    asked.validFrom(),
                    asked.validUntil(),
                    file.zone()));
            return Noted.of(table.find(id).orElseThrow(), file.ref()).with("until", asked.validUntil());
        });
    }

    private boolean may(Action action, CaseId id) {
        return access.decide(Acting.require(), action, Scope.of(id)) instanceof Decision.Allowed;
    }

    private static Set<String> caveats(Caveat caveat) {
        return caveat == Caveat.NONE ? Set.of() : Set.of(caveat.code());
    }

    private CaseFile file(CaseTerms terms, OpenCase asked) {
        CaseId id = terms.caseId();
        Stamp stamp = stamps.inCase(id);
        ZoneId zone = terms.zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        var authority = new Authority(
                ids.next(),
                stamp,
                asked.legalBasis().strip(),
                asked.reference().strip(),
                asked.purpose().strip(),
                asked.validFrom(),
                asked.validUntil(),
                zone);
        return new CaseFile(
                id,
                stamp,
                terms.number(),
                asked.title().strip(),
                asked.type(),
                true,
                asked.caveat(),
                asked.question().strip(),
                stamp.recordedBy(),
                asked.supervisor(),
                today.plusYears(REVIEW_AFTER_YEARS),
                zone,
                authority);
    }

    private void check(OpenCase asked) {
        var input = new Input();
        input.text("title", asked.title(), 300);
        input.text("legal_basis", asked.legalBasis(), 300);
        input.text("reference", asked.reference(), 200);
        input.text("purpose", asked.purpose(), 300);
        input.optionalText("question", asked.question(), 4000);
        if (asked.validUntil().isBefore(asked.validFrom())) {
            input.refuse(
                    "valid_until",
                    "ends-before-it-begins",
                    Map.of("from", asked.validFrom().toString()));
        }
        asked.supervisor()
                .filter(s -> members.colleague(s).isEmpty())
                .ifPresent(s -> input.refuse("supervisor", "not-a-colleague", Map.of()));
        input.check();
    }

    private static void check(CaseChange change) {
        var input = new Input();
        change.title().ifPresent(title -> input.text("title", title, 300));
        change.question().ifPresent(question -> input.optionalText("question", question, 4000));
        input.check();
    }

    private static void check(RenewAuthority asked) {
        var input = new Input();
        input.text("legal_basis", asked.legalBasis(), 300);
        input.text("reference", asked.reference(), 200);
        input.text("purpose", asked.purpose(), 300);
        if (asked.validUntil().isBefore(asked.validFrom())) {
            input.refuse(
                    "valid_until",
                    "ends-before-it-begins",
                    Map.of("from", asked.validFrom().toString()));
        }
        input.check();
    }
}
