package org.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A sensitive role takes two persons, neither of whom receives it; nobody touches their own. */
class MemberRolesTest extends ApplicationTest {
    @Autowired
    private MemberRoles roles;

    @Autowired
    private Departures departures;

    @Autowired
    private Staff staff;

    @Autowired
    private Members members;

    private Organisation office;
    private Member ada;
    private Member bela;
    private Member oda;
    private Member mara;

    @BeforeEach
    void people() {
        office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        bela = member(office, "Bela Thorn", Role.ADMINISTRATOR);
        oda = member(office, "Oda Pell", Role.OVERSEER);
        mara = member(office, "Mara Quill");
    }

    @ParameterizedTest
    @EnumSource(names = {"INVESTIGATOR", "IDENTITY_CUSTODIAN", "OVERSEER", "ADMINISTRATOR"})
    void aRoleThatNeedsASecondPersonIsHeldOnlyOnceOneConfirmed(Role role) {
        UUID asked = as(ada, () -> roles.give(mara.id(), role, "Joins the quay team"))
                .orElseThrow()
                .id();

        assertThat(held(mara)).isEmpty();
        assertThat(signIn.acting(mara.id(), "test", Acting.Channel.PAGE)
                        .orElseThrow()
                        .roles())
                .isEmpty();
        as(bela, () -> roles.confirm(asked));
        assertThat(held(mara)).containsExactly(role);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISOR", "EVIDENCE_CUSTODIAN"})
    void anotherRoleIsHeldAtOnce(Role role) {
        Optional<RoleRequest> request = as(ada, () -> roles.give(mara.id(), role, "Joins the quay team"));

        assertThat(request).isEmpty();
        assertThat(held(mara)).containsExactly(role);
    }

    @Test
    void theOverseerConfirmsToo() {
        UUID asked = asked(Role.INVESTIGATOR);

        as(oda, () -> roles.confirm(asked));

        assertThat(held(mara)).containsExactly(Role.INVESTIGATOR);
    }

    @Test
    void theHistorySaysWhoAskedWhoConfirmedWhoEndedAndWhy() {
        UUID asked = asked(Role.INVESTIGATOR);
        as(oda, () -> roles.confirm(asked));
        as(bela, () -> roles.end(mara.id(), Role.INVESTIGATOR, "Moves to the archive"));

        RoleRecord record = as(ada, () -> staff.read(mara.id())).roles().getFirst();

        assertThat(record.state()).isEqualTo(RoleRecord.State.ENDED);
        assertThat(record.request().orElseThrow().asked().by()).contains(ada.id());
        assertThat(record.request().orElseThrow().asked().reason()).isEqualTo("Joins the quay team");
        assertThat(record.answered().orElseThrow().by()).contains(oda.id());
        assertThat(record.ended().orElseThrow().by()).contains(bela.id());
        assertThat(record.ended().orElseThrow().reason()).isEqualTo("Moves to the archive");
        assertThat(held(mara)).isEmpty();
    }

    @Test
    void whoAskedDoesNotConfirm() {
        UUID asked = asked(Role.INVESTIGATOR);

        refused("second-person-needed", ada, () -> roles.confirm(asked));
        assertThat(held(mara)).isEmpty();
    }

    @Test
    void whoReceivesItNeitherConfirmsNorDeclines() {
        UUID asked = as(ada, () -> roles.give(bela.id(), Role.INVESTIGATOR, "Needed on cases"))
                .orElseThrow()
                .id();

        refused("own-role", bela, () -> roles.confirm(asked));
        refused("own-role", bela, () -> roles.decline(asked, "No time"));
    }

    @Test
    void nobodyGivesOrEndsTheirOwn() {
        refused("own-role", ada, () -> roles.give(ada.id(), Role.SUPERVISOR, "Helps out"));
        refused("own-role", ada, () -> roles.give(ada.id(), Role.INVESTIGATOR, "Helps out"));
        refused("own-role", ada, () -> roles.end(ada.id(), Role.ADMINISTRATOR, "Tired"));
    }

    @Test
    void onlyAnAdministratorAsksAndOnlyOneOrTheOverseerConfirms() {
        member(office, "Sol Vance", Role.SUPERVISOR);
        UUID asked = asked(Role.INVESTIGATOR);
        Member sol = member(office, "Sol Vance");

        refused("role-missing", sol, () -> roles.give(mara.id(), Role.SUPERVISOR, "Helps out"));
        refused("role-missing", oda, () -> roles.give(mara.id(), Role.SUPERVISOR, "Helps out"));
        refused("role-missing", sol, () -> roles.confirm(asked));
        refused("role-missing", sol, roles::waiting);
        refused("role-missing", oda, () -> roles.end(mara.id(), Role.SUPERVISOR, "Helps no more"));
    }

    @Test
    void anotherOrganisationsRequestsAndMembersAreAbsent() {
        UUID asked = asked(Role.INVESTIGATOR);
        Member stranger = member(organisation(), "Ruy Marsh", Role.ADMINISTRATOR);

        refused("absent", stranger, () -> roles.confirm(asked));
        refused("absent", stranger, () -> roles.decline(asked, "No"));
        refused("absent", stranger, () -> roles.give(mara.id(), Role.SUPERVISOR, "Helps out"));
        refused("absent", stranger, () -> staff.read(mara.id()));
        assertThat(as(stranger, roles::waiting)).isEmpty();
        refused("absent", ada, () -> roles.confirm(UUID.randomUUID()));
    }

    @Test
    void aDeclinedRoleIsNotHeldAndCanBeAskedAnew() {
        UUID asked = asked(Role.INVESTIGATOR);
        as(oda, () -> roles.decline(asked, "No post is free"));

        assertThat(held(mara)).isEmpty();
        refused("request-answered", bela, () -> roles.confirm(asked));
        assertThat(as(ada, () -> staff.read(mara.id())).roles().getFirst().state())
                .isEqualTo(RoleRecord.State.DECLINED);
        assertThat(asked(Role.INVESTIGATOR)).isNotEqualTo(asked);
    }

    @Test
    void whoAskedTakesItBack() {
        UUID asked = asked(Role.INVESTIGATOR);

        as(ada, () -> roles.decline(asked, "Asked by mistake"));

        assertThat(as(bela, roles::waiting)).isEmpty();
        assertThat(as(ada, () -> staff.read(mara.id())).roles().getFirst().state())
                .isEqualTo(RoleRecord.State.WITHDRAWN);
    }

    @Test
    void aRequestLapsesWhenWhoAskedHasLeft() {
        UUID asked = asked(Role.INVESTIGATOR);
        as(bela, () -> departures.leave(ada.id(), Optional.empty(), "Retires"));

        refused("request-lapsed", oda, () -> roles.confirm(asked));
        assertThat(as(bela, roles::waiting)).isEmpty();
        assertThat(as(bela, () -> staff.read(mara.id())).roles().getFirst().state())
                .isEqualTo(RoleRecord.State.LAPSED);
    }

    @Test
    void aRequestLapsesWhenWhoAskedIsNoAdministratorAnyMore() {
        UUID asked = asked(Role.INVESTIGATOR);
        as(bela, () -> roles.end(ada.id(), Role.ADMINISTRATOR, "Moves on"));

        refused("request-lapsed", oda, () -> roles.confirm(asked));
    }

    @Test
    void aRequestLapsesWhenItsMemberHasLeft() {
        UUID asked = asked(Role.INVESTIGATOR);
        as(bela, () -> departures.leave(mara.id(), Optional.empty(), "Never came"));

        refused("request-lapsed", oda, () -> roles.confirm(asked));
    }

    @Test
    void aRoleThatIsHeldOrWaitsIsNotGivenAgain() {
        asked(Role.INVESTIGATOR);
        as(ada, () -> roles.give(mara.id(), Role.SUPERVISOR, "Joins the quay team"));

        refused("role-asked", bela, () -> roles.give(mara.id(), Role.INVESTIGATOR, "Again"));
        refused("role-held", bela, () -> roles.give(mara.id(), Role.SUPERVISOR, "Again"));
        refused("role-not-held", bela, () -> roles.end(mara.id(), Role.EVIDENCE_CUSTODIAN, "Never was"));
    }

    @Test
    void everyChangeSaysWhy() {
        UUID asked = asked(Role.INVESTIGATOR);

        refused("input-invalid", ada, () -> roles.give(mara.id(), Role.SUPERVISOR, " "));
        refused("input-invalid", oda, () -> roles.decline(asked, ""));
        refused("input-invalid", ada, () -> roles.end(bela.id(), Role.ADMINISTRATOR, ""));
    }

    @Test
    void theLastOverseerStays() {
        refused("last-overseer", ada, () -> roles.end(oda.id(), Role.OVERSEER, "No need"));
        assertThat(held(oda)).containsExactly(Role.OVERSEER);
    }

    @Test
    void twoConfirmationsAtOnceGiveTheRoleOnce() throws Exception {
        UUID asked = asked(Role.INVESTIGATOR);

        List<String> outcomes =
                atOnce(() -> outcome(bela, () -> roles.confirm(asked)), () -> outcome(oda, () -> roles.confirm(asked)));

        assertThat(outcomes).containsExactlyInAnyOrder("done", "request-answered");
        assertThat(as(ada, () -> staff.read(mara.id())).roles()).hasSize(1);
    }

    @Test
    void twoAdministratorsWhoEndEachOtherAtOnceLeaveOne() throws Exception {
        List<String> outcomes = atOnce(
                () -> outcome(ada, () -> roles.end(bela.id(), Role.ADMINISTRATOR, "A quarrel")),
                () -> outcome(bela, () -> roles.end(ada.id(), Role.ADMINISTRATOR, "A quarrel")));

        assertThat(outcomes).containsExactlyInAnyOrder("done", "role-missing");
        assertThat(held(ada).size() + held(bela).size()).isEqualTo(1);
    }

    @Test
    void aConfirmationAndTheAskersDepartureAtOnceAreDecidedInTurn() throws Exception {
        UUID asked = asked(Role.INVESTIGATOR);

        List<String> outcomes = atOnce(
                () -> outcome(oda, () -> roles.confirm(asked)),
                () -> outcome(bela, () -> departures.leave(ada.id(), Optional.empty(), "Retires")));

        assertThat(outcomes.getLast()).isEqualTo("done");
        assertThat(held(mara).isEmpty()).isEqualTo(outcomes.getFirst().equals("request-lapsed"));
    }

    @Test
    void enrolmentLeavesWhatNeedsASecondPersonWaiting() {
        Staff.Enrolled enrolled = as(
                ada,
                () -> staff.enrol("Tomas Ferrow", java.util.Set.of(Role.SUPERVISOR, Role.INVESTIGATOR), "New post"));

        assertThat(enrolled.waiting()).containsExactly(Role.INVESTIGATOR);
        assertThat(held(enrolled.member())).containsExactly(Role.SUPERVISOR);
        UUID waiting = as(oda, roles::waiting).getFirst().id();
        as(oda, () -> roles.confirm(waiting));
        assertThat(held(enrolled.member())).containsExactlyInAnyOrder(Role.SUPERVISOR, Role.INVESTIGATOR);
    }

    @Test
    void aNameThatIsOrWasTakenIsNotEnrolledAgain() {
        as(ada, () -> departures.leave(mara.id(), Optional.empty(), "Moves away"));

        assertThatThrownBy(() -> as(ada, () -> staff.enrol("Mara Quill", java.util.Set.of(Role.SUPERVISOR), "")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal().fields().getFirst().code()).isEqualTo("member-left-name"));
    }

    private UUID asked(Role role) {
        return as(ada, () -> roles.give(mara.id(), role, "Joins the quay team"))
                .orElseThrow()
                .id();
    }

    private java.util.Set<Role> held(Member member) {
        return members.find(member.id()).map(Member::roles).orElse(java.util.Set.of());
    }

    private <T> T as(Member member, Supplier<T> body) {
        return Acting.as(acting(member), body);
    }

    private void refused(String code, Member member, Supplier<?> body) {
        assertThat(outcome(member, body)).isEqualTo(code);
    }

    private String outcome(Member member, Supplier<?> body) {
        try {
            as(member, body);
            return "done";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private static List<String> atOnce(Callable<String> first, Callable<String> second) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = threads.invokeAll(List.of(first, second));
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
