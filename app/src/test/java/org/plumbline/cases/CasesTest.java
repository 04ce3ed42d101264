package org.plumbline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.audit.Trail;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class CasesTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Journal journal;

    @Autowired
    private Trail trail;

    private Member mara;
    private Member ines;
    private Member admin;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
        admin = member(organisation, "Ada Finch", Role.ADMINISTRATOR);
    }

    private OpenCase harbour() {
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "Who was paid for the quay?",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                LocalDate.now(java.time.ZoneOffset.UTC).minusDays(2),
                LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30),
                Optional.empty());
    }

    @Test
    void openingGivesANumberAndPutsTheActOnTheTrailOfTheCase() {
        CaseFile file = Acting.as(acting(mara), () -> cases.open(harbour()));

        var entries = Acting.as(acting(mara), () -> trail.ofCase(file.id(), Optional.empty(), 10));

        assertThat(file.number()).matches("\\d{4}-\\d{4}");
        assertThat(entries).extracting(e -> e.action()).contains("cases.open");
    }

    @Test
    void aCaseOfSomebodyElseIsAnsweredLikeOneThatDoesNotExist() {
        CaseFile file = Acting.as(acting(mara), () -> cases.open(harbour()));

        assertThatThrownBy(() -> Acting.as(acting(ines), () -> cases.read(file.id())))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("absent"));
        assertThat(Acting.as(acting(ines), () -> cases.list("", Optional.empty(), 10)))
                .isEmpty();
    }

    @Test
    void anAdministratorCannotOpenACase() {
        assertThatThrownBy(() -> Acting.as(acting(admin), () -> cases.open(harbour())))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("role-missing"));
    }

    @Test
    void aSignedOffEntryIsRefusedAnyChange() {
        CaseFile file = Acting.as(acting(mara), () -> cases.open(harbour()));
        JournalEntry draft = Acting.as(
                acting(mara),
                () -> journal.write(file.id(), "Interview", "Forty minutes.", "2031-05-02", Optional.empty()));
        Acting.as(
                acting(mara),
                () -> journal.signOff(file.id(), draft.id(), draft.stamp().version()));

        assertThatThrownBy(() -> Acting.as(
                        acting(mara), () -> journal.rewrite(file.id(), draft.id(), 2, "Interview", "An hour.", "2031")))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("journal-signed-off"));
    }
}
