package org.plumbline.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.plumbline.access.Standing;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.Journal;
import org.plumbline.cases.JournalEntry;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.cases.TaskList;
import org.plumbline.cases.Team;
import org.plumbline.identity.Member;
import org.plumbline.kernel.CaseId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Harbour: a wholly invented inquiry into a quay that was paid for twice. */
@Component
@Order(2)
class HarbourCase implements SampleCase {
    private static final String TITLE = "Harbour";
    private static final ZoneId OFFICE = ZoneId.of("Europe/Brussels");

    private final Cases cases;
    private final Team team;
    private final Journal journal;
    private final TaskList tasks;
    private final Subjects subjects;
    private final Clock clock;

    HarbourCase(Cases cases, Team team, Journal journal, TaskList tasks, Subjects subjects, Clock clock) {
        this.cases = cases;
        this.team = team;
        this.journal = journal;
        this.tasks = tasks;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public CaseFile open(Map<String, Member> members) {
        LocalDate today = LocalDate.now(clock.withZone(OFFICE));
        return cases.open(new OpenCase(
                TITLE,
                CaseType.PROCUREMENT,
                Caveat.ORIGINATOR_CONTROL,
                "Was the north quay of the harbour paid for twice, and if so, on whose order?",
                "Inspection Act, section 12",
                "IO-2031/118",
                "Reconciling payments for the north quay",
                today.minusDays(40),
                today.plusDays(75),
                Optional.of(Sample.of(members, "supervisor").id())));
    }

    @Override
    public void work(CaseFile file, Map<String, Member> members) {
        LocalDate today = LocalDate.now(clock.withZone(OFFICE));
        Member supervisor = Sample.of(members, "supervisor");
        CaseId id = file.id();
        Member custodian = Sample.of(members, "evidence custodian");
        team.grant(id, custodian.id(), Standing.CUSTODIAN, "keeps the exhibits of the inquiry");
        writeJournal(id);
        tasks.add(id, "Compare the two final invoices line by line", file.lead(), today.plusDays(3));
        tasks.add(id, "Ask the port authority for the survey of the north quay", supervisor.id(), today.plusDays(9));
        subjects.add(
                id,
                "Keeper of the order register (W-01)",
                Subject.Kind.PERSON,
                Subject.Role.WITNESS,
                "Kept the register in which both orders stand",
                today.plusDays(180));
        subjects.add(
                id,
                "Tidewater Quays Ltd",
                Subject.Kind.ORGANISATION,
                Subject.Role.OTHER,
                "Named as payee on both invoices",
                today.plusDays(360));
    }

    private void writeJournal(CaseId id) {
        JournalEntry opened = journal.write(
                id,
                "Inquiry opened",
                "The audit of the harbour fund found two payments of the same sum for the north quay, eleven weeks"
                        + " apart. The order register names one order.",
                "",
                Optional.empty());
        journal.signOff(id, opened.id(), opened.stamp().version());
        JournalEntry decision = journal.write(
                id,
                "Sums stay apart",
                "Until the register has been read in the original, both payments are shown side by side and not added"
                        + " up.",
                "",
                Optional.empty());
        journal.signOff(id, decision.id(), decision.stamp().version());
        journal.write(id, "Call to the port authority", "Asked for the survey of the quay.", "", Optional.empty());
    }
}
