package org.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.MadeWays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who lost every way in comes back by two administrators, never by one, and never by themselves. */
class RecoveriesTest extends ApplicationTest {
    @Autowired
    private Recoveries recoveries;

    @Autowired
    private Departures departures;

    @Autowired
    private JdbcClient db;

    private Member ada;
    private Member bela;
    private Member oda;
    private Member mara;

    @BeforeEach
    void people() {
        Organisation office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        bela = member(office, "Bela Thorn", Role.ADMINISTRATOR);
        oda = member(office, "Oda Pell", Role.OVERSEER);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
    }

    @Test
    void theLinkWorksOnceEndsEverySessionAndIsShownToTheMemberAndTheOverseer() {
        Browser old = browser(mara);
        String earlier = enrolment.linkOnce(mara.id());
        UUID asked = asked();
        String secret = as(bela, () -> recoveries.confirm(asked)).secret();

        Browser back = browser();
        var signedIn = back.submit(back.get("/sign-in/" + secret), "/sign-in/" + secret, Map.of());

        assertThat(signedIn.page().select(".pl-me").text()).contains("Mara Quill");
        assertThat(old.get("/account").path()).isEqualTo("/sign-in");
        assertThat(back.get("/account").page().text())
                .contains("Your sign-in was recovered on", "asked for by Ada Finch, confirmed by Bela Thorn")
                .contains("Lost the key");
        assertThat(browser().get("/sign-in/" + secret).body()).contains("has been used");
        assertThat(browser().get("/sign-in/" + earlier).body()).contains("has been used");
        assertThat(browser(oda).get("/oversight").page().text())
                .contains("Asked for a link that brings a member back", "as the second administrator");
        assertThat(api(oda).get("/api/v1/trail").body()).contains("\"by\":\"recovery\"");
    }

    @Test
    void whatSheSignedInWithBeforeIsOfNoUseToAnybodyAfterwards() {
        MadeWays.of(mara, db);
        UUID asked = asked();
        String secret = as(bela, () -> recoveries.confirm(asked)).secret();
        Browser back = browser();
        assertThat(browser(mara).get("/account/sign-in").page().text()).contains("Laptop");

        back.submit(back.get("/sign-in/" + secret), "/sign-in/" + secret, Map.of());

        assertThat(back.get("/account/sign-in").page().text()).doesNotContain("Laptop", "provider.example");
        for (String way : List.of("passkey", "password", "code_app", "outside_identity")) {
            assertThat(db.sql("select count(*) from identity." + way + " w where w.member = :m and not exists"
                                    + " (select 1 from identity." + way + "_ended e where e." + way + " = w.id)")
                            .param("m", mara.id().value())
                            .query(Integer.class)
                            .single())
                    .as(way)
                    .isZero();
        }
    }

    @Test
    void aLinkThatNobodyUsedChangesNothing() {
        Browser old = browser(mara);
        UUID asked = asked();
        as(bela, () -> recoveries.confirm(asked));

        assertThat(old.get("/account").page().text()).contains("Mara Quill").doesNotContain("was recovered on");
    }

    @Test
    void aLinkExpiresWithinADay() {
        UUID asked = asked();
        String secret = as(bela, () -> recoveries.confirm(asked)).secret();

        var life = db.sql(
                        "select extract(epoch from expires_at - recorded_at) from identity.sign_in_link where member = :m and kind = 'recovery'")
                .param("m", mara.id().value())
                .query(Integer.class)
                .single();

        assertThat(signIn.link(secret)).isPresent();
        assertThat(life).isEqualTo(24 * 3600);
    }

    @Test
    void whoAskedAndWhoIsBroughtBackDoNotConfirm() {
        UUID asked = asked();
        UUID ofBela = as(ada, () -> recoveries.ask(bela.id(), "Lost the key")).id();

        assertThat(outcome(ada, () -> recoveries.confirm(asked))).isEqualTo("second-person-needed");
        assertThat(outcome(bela, () -> recoveries.confirm(ofBela))).isEqualTo("own-recovery");
        assertThat(outcome(bela, () -> recoveries.decline(ofBela, "Not me"))).isEqualTo("own-recovery");
        assertThat(outcome(ada, () -> recoveries.ask(ada.id(), "Lost mine"))).isEqualTo("own-recovery");
    }

    @Test
    void onlyAdministratorsBringSomebodyBack() {
        UUID asked = asked();

        assertThat(outcome(oda, () -> recoveries.confirm(asked))).isEqualTo("role-missing");
        assertThat(outcome(oda, recoveries::waiting)).isEqualTo("role-missing");
        assertThat(outcome(mara, () -> recoveries.ask(oda.id(), "Lost the key")))
                .isEqualTo("role-missing");
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        UUID asked = asked();
        Member stranger = member(organisation(), "Ruy Marsh", Role.ADMINISTRATOR);

        assertThat(outcome(stranger, () -> recoveries.confirm(asked))).isEqualTo("absent");
        assertThat(outcome(stranger, () -> recoveries.ask(mara.id(), "Lost the key")))
                .isEqualTo("absent");
        assertThat(as(stranger, recoveries::waiting)).isEmpty();
    }

    @Test
    void oneThatWaitsIsNotAskedAgainAndOneThatWasAnsweredIsOver() {
        UUID asked = asked();

        assertThat(outcome(bela, () -> recoveries.ask(mara.id(), "Lost the key")))
                .isEqualTo("recovery-asked");
        as(bela, () -> recoveries.decline(asked, "She found it"));
        assertThat(outcome(bela, () -> recoveries.confirm(asked))).isEqualTo("request-answered");
        assertThat(asked()).isNotEqualTo(asked);
    }

    @Test
    void itLapsesWhenWhoAskedHasLeft() {
        UUID asked = asked();
        as(bela, () -> departures.leave(ada.id(), Optional.empty(), "Retires"));

        assertThat(outcome(bela, () -> recoveries.confirm(asked))).isEqualTo("request-lapsed");
        assertThat(as(bela, recoveries::waiting)).isEmpty();
    }

    @Test
    void twoConfirmationsAtOnceGiveOneLink() throws Exception {
        Member cleo = member(organisationOf(ada), "Cleo Brandt", Role.ADMINISTRATOR);
        UUID asked = asked();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(
                    () -> outcome(bela, () -> recoveries.confirm(asked)),
                    () -> outcome(cleo, () -> recoveries.confirm(asked))));
            assertThat(List.of(both.getFirst().get(), both.getLast().get()))
                    .containsExactlyInAnyOrder("done", "request-answered");
        }
        assertThat(db.sql("select count(*) from identity.sign_in_link where member = :m and kind = 'recovery'")
                        .param("m", mara.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Organisation organisationOf(Member member) {
        return enrolment.organisation(
                db.sql("select name from identity.organisation where id = :id")
                        .param("id", member.organisation().value())
                        .query(String.class)
                        .single(),
                java.time.ZoneOffset.UTC);
    }

    private UUID asked() {
        return as(ada, () -> recoveries.ask(mara.id(), "Lost the key")).id();
    }

    private <T> T as(Member member, Supplier<T> body) {
        return Acting.as(acting(member), body);
    }

    private String outcome(Member member, Supplier<?> body) {
        try {
            as(member, body);
            return "done";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }
}
