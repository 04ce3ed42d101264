package org.plumbline.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The subjects of a case: each with role, authority and a date by which the entry is validated again. */
@Service
@Application
public class Subjects {
    private static final Action ADD = new Action("cases.add-subject", Right.WRITE);
    private static final Action VALIDATE = new Action("cases.validate-subject", Right.WRITE);
    private static final Action READ = new Action("cases.read-subjects", Right.READ);

    /** 28 CFR 23.20(h): information is kept at most five years without validation. */
    private static final int LONGEST_YEARS = 5;

    private final Acts acts;
    private final Stamps stamps;
    private final CaseTable cases;
    private final SubjectTable table;
    private final Ids ids;
    private final Clock clock;

    Subjects(Acts acts, Stamps stamps, CaseTable cases, SubjectTable table, Ids ids, Clock clock) {
        this.acts = acts;
        this.stamps = stamps;
        this.cases = cases;
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** Enters a subject under the authority now in force. */
    public Subject add(
            CaseId caseId, String name, Subject.Kind kind, Subject.Role role, String basis, LocalDate reviewDue) {
        return acts.perform(ADD, Scope.of(caseId), () -> {
            CaseFile file = cases.find(caseId).orElseThrow(Refusal.absent()::asException);
            var input = new Input();
            var subject = new Subject(
                    ids.next(),
                    stamps.inCase(caseId),
                    input.text("name", name, 300),
                    kind,
                    role,
                    file.authority().id(),
                    input.text("basis", basis, 1000),
                    reviewDue,
                    file.zone());
            checkReview(input, file, reviewDue);
            input.check();
            table.insert(subject);
            return Noted.of(subject, ref(subject)).with("role", role.code());
        });
    }

    /** Confirms a subject's role until the next review. */
    public Subject validate(CaseId caseId, UUID id, int version, Subject.Role role, LocalDate reviewDue) {
        return acts.perform(VALIDATE, Scope.of(caseId), () -> {
            CaseFile file = cases.find(caseId).orElseThrow(Refusal.absent()::asException);
            Subject old = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            var input = new Input();
            checkReview(input, file, reviewDue);
            input.check();
            if (!table.validate(id, version, role, reviewDue)) {
                throw Versions.stale(old.stamp().version(), version);
            }
            return Noted.of(table.find(caseId, id).orElseThrow(), ref(old))
                    .with("role", role.code())
                    .with("review", reviewDue);
        });
    }

    /** One subject. */
    public Subject read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Subject subject = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(subject, ref(subject));
        });
    }

    /** Subjects of a case: persons, then organisations. */
    public List<Subject> list(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<Subject> subjects = table.list(caseId, 1000);
            return Noted.of(subjects, subjects.stream().map(Subjects::ref).toList());
        });
    }

    private void checkReview(Input input, CaseFile file, LocalDate reviewDue) {
        LocalDate today = LocalDate.now(clock.withZone(file.zone()));
        if (!reviewDue.isAfter(today) || reviewDue.isAfter(today.plusYears(LONGEST_YEARS))) {
            input.refuse("review_due", "review-out-of-range", Map.of("years", "" + LONGEST_YEARS));
        }
    }

    private static Ref ref(Subject subject) {
        return new Ref("subject", subject.id(), subject.stamp().owner());
    }
}
