package org.plumbline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.access.Standing;
import org.plumbline.identity.Departures;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member leaves: out at once, their tasks with a colleague, their name where it was. */
class DepartureTest extends ApplicationTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    private Departures departures;

    @Autowired
    private Cases cases;

    @Autowired
    private TaskList tasks;

    @Autowired
    private Team team;

    @Autowired
    private JdbcClient db;

    private Organisation office;
    private Member ada;
    private Member lead;
    private Member mara;
    private Member nuno;
    private CaseId harbour;

    @BeforeEach
    void aCaseInWhichMaraHasATask() {
        office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        lead = member(office, "Dov Halloran", Role.INVESTIGATOR);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        nuno = member(office, "Nuno Salt", Role.INVESTIGATOR);
        harbour = as(lead, () -> cases.open(harbourCase())).id();
        as(lead, () -> team.grant(harbour, mara.id(), Standing.INVESTIGATOR, "Counts the cranes"));
        as(lead, () -> tasks.add(harbour, "Count the cranes", mara.id(), today.plusDays(5)));
    }

    @Test
    void openTasksGoToTheColleagueAndCompletedOnesStay() {
        Task done = as(lead, () -> tasks.add(harbour, "Call the port", mara.id(), today.plusDays(5)));
        as(mara, () -> tasks.complete(harbour, done.id(), 1, "Called"));
        as(lead, () -> team.grant(harbour, nuno.id(), Standing.INVESTIGATOR, "Takes over the cranes"));

        var handed = leave(mara, nuno);

        assertThat(handed).containsEntry("tasks", 1).containsEntry("standings", 1);
        var after = as(lead, () -> tasks.list(harbour));
        assertThat(after).filteredOn(t -> !t.completed()).singleElement().satisfies(t -> {
            assertThat(t.assignee()).isEqualTo(nuno.id());
            assertThat(t.stamp().version()).isEqualTo(2);
        });
        assertThat(after)
                .filteredOn(Task::completed)
                .singleElement()
                .satisfies(t -> assertThat(t.assignee()).isEqualTo(mara.id()));
    }

    @Test
    void aTaskOfACaseTheSuccessorMayNotWorkOnGoesToWhoDecidesOnIt() {
        leave(mara, nuno);

        assertThat(as(lead, () -> tasks.list(harbour)))
                .singleElement()
                .satisfies(t -> assertThat(t.assignee()).isEqualTo(lead.id()));
    }

    @Test
    void theAdministratorSeesHowManyTasksAndNoWordOfThem() {
        var page = browser(ada);
        String address = "/members/" + mara.id() + "/leaving";

        var form = page.get(address);
        var done = page.submit(
                form, "/leaving", Map.of("successor", nuno.id().toString(), "reason", "Moves to the coast"));

        assertThat(form.page().text()).contains("There is one open task").doesNotContain("cranes");
        assertThat(done.page().text())
                .contains("Mara Quill is no longer a member", "1 open task has a new owner", "Former member")
                .doesNotContain("cranes");
        assertThat(as(
                        ada,
                        () -> db.sql("select cases.open_tasks_of(:m)")
                                .param("m", nuno.id().value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void whereTasksAreOpenSomebodyTakesThemOver() {
        Member oda = member(office, "Oda Pell", Role.OVERSEER);
        Member stranger = member(organisation(), "Ruy Marsh", Role.INVESTIGATOR);

        assertThat(fault(() -> leave(mara, Optional.empty()))).isEqualTo("successor-missing");
        assertThat(fault(() -> leave(mara, Optional.of(mara.id())))).isEqualTo("not-a-successor");
        assertThat(fault(() -> leave(mara, Optional.of(oda.id())))).isEqualTo("not-a-successor");
        assertThat(fault(() -> leave(mara, Optional.of(stranger.id())))).isEqualTo("not-a-successor");
        assertThat(browser(mara).get("/").path()).isEqualTo("/");
    }

    @Test
    void sessionsTokensAndLinksStopAtOnce() {
        Browser here = browser(mara);
        Browser program = browser().withToken(enrolment.token(mara.id(), "Export", false, Duration.ofDays(1)));
        String once = enrolment.linkOnce(mara.id());
        String demo = enrolment.demoLink(mara.id());

        var handed = leave(mara, nuno);

        assertThat(handed).containsEntry("sessions", 1).containsEntry("tokens", 1);
        assertThat(here.get("/").path()).isEqualTo("/sign-in");
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser().get("/sign-in/" + once).status()).isEqualTo(403);
        assertThat(browser().get("/sign-in/" + demo).status()).isEqualTo(403);
        assertThat(browser().get("/sign-in/" + enrolment.linkOnce(mara.id())).status())
                .isEqualTo(403);
    }

    @Test
    void whoeverIsStillSignedInAsOneWhoLeftIsAskedToSignIn() {
        leave(mara, nuno);
        Browser late = browser();
        db.sql("""
                        insert into identity.token (id, member, name, scope, secret_hash, recorded_at, expires_at)
                        values (gen_random_uuid(), :m, 'late', 'read', sha256('late'::bytea), now(), now() + interval '1 day')
                        """).param("m", mara.id().value()).update();

        assertThat(late.withToken("late").get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void theirStandingsAreListedAsEndedAndTheirNameStays() {
        leave(mara, nuno);

        var access = browser(lead).get("/cases/" + harbour + "/access").page();

        assertThat(access.select("section:has(#h-ended)").text())
                .contains("Mara Quill", "Ada Finch", "Moves to the coast");
        assertThat(access.select("section:has(#h-team)").text()).doesNotContain("Mara Quill");
        assertThat(api(lead).get("/api/v1/cases/" + harbour + "/team/ended").body())
                .contains("Moves to the coast");
        assertThat(as(lead, () -> team.candidates(harbour)).stream().map(Member::name))
                .doesNotContain("Mara Quill");
    }

    @Test
    void aCaseThatIsLeftWithoutSomebodyWhoDecidesIsCounted() {
        assertThat(leave(lead, nuno)).containsEntry("undecided", 1);
        assertThat(leave(mara, nuno)).containsEntry("undecided", 0);
    }

    @Test
    void nobodyEndsTheirOwnMembershipAndTheLastOfTheirKindStay() {
        Member oda = member(office, "Oda Pell", Role.OVERSEER);
        Member bela = member(office, "Bela Thorn", Role.ADMINISTRATOR);

        assertThat(code(ada, () -> departures.leave(ada.id(), Optional.empty(), "Tired")))
                .isEqualTo("own-membership");
        assertThat(code(ada, () -> departures.leave(oda.id(), Optional.empty(), "No need")))
                .isEqualTo("last-overseer");
        assertThat(code(ada, () -> departures.leave(bela.id(), Optional.empty(), "Retires")))
                .isEqualTo("done");
        assertThat(code(bela, () -> departures.leave(ada.id(), Optional.empty(), "Late")))
                .isEqualTo("nobody");
    }

    @Test
    void onlyAnAdministratorOfTheSameOrganisationEndsAMembershipAndOnlyOnce() {
        Member stranger = member(organisation(), "Ruy Marsh", Role.ADMINISTRATOR);

        assertThat(code(lead, () -> departures.leave(mara.id(), Optional.empty(), "No")))
                .isEqualTo("role-missing");
        assertThat(code(stranger, () -> departures.leave(mara.id(), Optional.empty(), "No")))
                .isEqualTo("absent");
        assertThat(code(stranger, () -> departures.waiting(mara.id()))).isEqualTo("absent");
        leave(mara, nuno);
        assertThat(code(ada, () -> departures.leave(mara.id(), Optional.empty(), "Again")))
                .isEqualTo("member-left");
        assertThat(browser(ada).get("/members/" + mara.id() + "/leaving").status())
                .isEqualTo(409);
    }

    @Test
    void anotherOrganisationsTasksAreOutOfReachOfTheFunctionThatMovesThem() {
        Member stranger = member(organisation(), "Ruy Marsh", Role.ADMINISTRATOR);

        int moved = as(
                stranger,
                () -> new org.springframework.transaction.support.TransactionTemplate(transactions)
                        .execute(status -> db.sql("select cases.hand_over_tasks(:from, :to)")
                                .param("from", mara.id().value())
                                .param("to", stranger.id().value())
                                .query(Integer.class)
                                .single()));

        assertThat(moved).isZero();
    }

    @Autowired
    private org.springframework.transaction.PlatformTransactionManager transactions;

    private Map<String, Integer> leave(Member member, Member successor) {
        return leave(member, Optional.of(successor.id()));
    }

    private Map<String, Integer> leave(Member member, Optional<MemberId> successor) {
        return as(ada, () -> departures.leave(member.id(), successor, "Moves to the coast"));
    }

    private static String fault(Runnable body) {
        try {
            body.run();
            return "done";
        } catch (Refused refused) {
            return refused.refusal().fields().getFirst().code();
        }
    }

    private String code(Member member, Supplier<?> body) {
        if (signIn.acting(member.id(), "test", Acting.Channel.PAGE).isEmpty()) {
            return "nobody";
        }
        try {
            as(member, body);
            return "done";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private <T> T as(Member member, Supplier<T> body) {
        return Acting.as(acting(member), body);
    }

    private OpenCase harbourCase() {
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-7",
                "Contract reconciliation",
                today.minusDays(1),
                today.plusDays(60),
                Optional.empty());
    }
}
