package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Role;
import org.plumbline.testing.Browser;

class PasswordsTest extends WaysWorld {
    private String login;

    @BeforeEach
    void name() {
        login = "mara." + office.name().replaceAll("\\D", "");
    }

    @Test
    void loginPasswordAndCodeSignIn() {
        String secret = setUpPassword(enrolled(mara), login);

        Browser elsewhere = browser();
        Browser.Answer home =
                signInByPassword(elsewhere, " " + login.toUpperCase(java.util.Locale.ROOT), PASSWORD, code(secret, 0));

        assertThat(home.path()).isEqualTo("/");
        assertThat(elsewhere.get(WAYS).body()).contains(login, "Change the password");
        assertThat(newest("act").get("facts").get("by").stringValue()).isEqualTo("password");
    }

    @Test
    void aCodeWorksOnceAlsoTheOneThatConfirmedTheApp() {
        String secret = setUpPassword(enrolled(mara), login);
        String code = code(secret, 0);
        signInByPassword(browser(), login, PASSWORD, code);

        assertThat(signInByPassword(browser(), login, PASSWORD, code).status()).isEqualTo(422);
        assertThat(signInByPassword(browser(), login, PASSWORD, code(secret, -1))
                        .status())
                .isEqualTo(422);
        assertThat(signInByPassword(browser(), login, PASSWORD, code(secret, 1)).path())
                .isEqualTo("/");
    }

    @Test
    void ofManyAtOnceWithOneCodeOneGetsIn() throws Exception {
        String secret = setUpPassword(enrolled(mara), login);
        String code = code(secret, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> guess =
                    () -> signInByPassword(browser(), login, PASSWORD, code).path();

            long in = threads.invokeAll(Stream.generate(() -> guess).limit(4).toList()).stream()
                    .filter(done -> done.resultNow().equals("/"))
                    .count();

            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void eachOfTheThreeIsNeededAndTheAnswerSaysNotWhich() {
        String secret = setUpPassword(enrolled(mara), login);

        Browser.Answer code = signInByPassword(browser(), login, PASSWORD, "000000");
        Browser.Answer none = signInByPassword(browser(), login, PASSWORD, "");
        Browser.Answer password = signInByPassword(browser(), login, "four grey geese wait", code(secret, 0));
        Browser.Answer unknown = signInByPassword(browser(), "nobody.at.all", PASSWORD, code(secret, 0));

        assertThat(Stream.of(code, none, password, unknown).map(Browser.Answer::status))
                .containsOnly(422);
        assertThat(Stream.of(code, none, password, unknown)
                        .map(answer -> answer.page().select("[data-summary]").text())
                        .distinct())
                .singleElement()
                .asString()
                .contains("do not fit together");
        assertThat(unknown.page().select("input[name=login]").attr("value")).isEqualTo("nobody.at.all");
        assertThat(unknown.body()).doesNotContain(PASSWORD);
        assertThat(signInByPassword(browser(), login, PASSWORD, code(secret, 0)).path())
                .as("a wrong password uses up no code")
                .isEqualTo("/");
    }

    @Test
    void aWrongTryIsOnTheTrailOfAMemberWhoExistsWithoutThePassword() {
        setUpPassword(enrolled(mara), login);

        signInByPassword(browser(), login, "four grey geese wait", "000000");

        assertThat(newest("refusal").get("reason").stringValue()).isEqualTo("sign-in-wrong");
        assertThat(newest("refusal").get("action").stringValue()).isEqualTo("identity.sign-in");
        assertThat(newest("refusal").get("by").stringValue())
                .isEqualTo(mara.id().value().toString());
        assertThat(newest("refusal").toString()).doesNotContain("geese");
    }

    @Test
    void afterFiveWrongTriesTheRightOneWaitsAndAPasskeyDoesNot() {
        Browser setUp = enrolled(mara);
        String secret = setUpPassword(setUp, login);
        var device = device();
        addPasskey(setUp, device, "work laptop");
        for (int i = 0; i < 5; i++) {
            signInByPassword(browser(), login, "four grey geese wait", "000000");
        }

        Browser.Answer slowed = signInByPassword(browser(), login, PASSWORD, code(secret, 0));

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 60);
        assertThat(slowed.body()).contains("looked at in 1 min");
        assertThat(signInByPasskey(browser(), device).path()).isEqualTo("/");
    }

    @Test
    void anUnknownLoginSlowsDownAlike() {
        for (int i = 0; i < 5; i++) {
            assertThat(signInByPassword(browser(), "nobody.at.all", PASSWORD, "000000")
                            .status())
                    .isEqualTo(422);
        }

        assertThat(signInByPassword(browser(), "nobody.at.all", PASSWORD, "000000")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void anUnconfirmedAppSetsNothingUpAndLosesNothing() {
        Browser browser = enrolled(mara);
        Browser.Answer page = browser.get(WAYS + "/password");
        String secret = page.page().select("[data-secret]").text();

        Browser.Answer refused = browser.submit(
                page,
                WAYS + "/password",
                Map.of("login", login, "password", PASSWORD, "again", "four", "code", "000000"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not the code that the app shows", "two passwords differ");
        assertThat(refused.page().select("[data-secret]").text()).isEqualTo(secret);
        assertThat(refused.page().select("input[name=login]").attr("value")).isEqualTo(login);
        assertThat(refused.body()).doesNotContain(PASSWORD);
        assertThat(db.sql("select count(*) from identity.code_app where member = :m")
                        .param("m", mara.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aLoginIsTakenOnceInTheWholeInstallation() {
        setUpPassword(enrolled(mara), login);
        Browser other = enrolled(member(organisation(), "Nuno Salt", Role.INVESTIGATOR));
        Browser.Answer page = other.get(WAYS + "/password");
        String secret = page.page().select("[data-secret]").text();

        Browser.Answer taken = other.submit(
                page,
                WAYS + "/password",
                Map.of("login", login, "password", PASSWORD, "again", PASSWORD, "code", code(secret, 0)));

        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("This login is taken");
        assertThat(other.get(WAYS).body()).contains("can't come back yet");
    }

    @Test
    void changingThePasswordEndsAllOtherSessions() {
        Browser here = enrolled(mara);
        String secret = setUpPassword(here, login);
        Browser elsewhere = browser();
        signInByPassword(elsewhere, login, PASSWORD, code(secret, 0));

        Browser.Answer changed = here.submit(
                here.get(WAYS + "/password/change"),
                "/change",
                Map.of("password", "four wet herons left", "again", "four wet herons left"));

        assertThat(changed.body()).contains("The password was changed");
        assertThat(elsewhere.get(WAYS).path()).isEqualTo("/sign-in");
        assertThat(here.get(WAYS).path()).isEqualTo(WAYS);
        assertThat(signInByPassword(browser(), login, PASSWORD, code(secret, 1)).status())
                .isEqualTo(422);
        assertThat(signInByPassword(browser(), login, "four wet herons left", code(secret, 1))
                        .path())
                .isEqualTo("/");
    }

    @Test
    void withAnOldProofPasswordAndCodeProveAgain() {
        Browser browser = enrolled(mara);
        String secret = setUpPassword(browser, login);
        timePasses(mara);

        Browser.Answer stale = browser.get(WAYS + "/password");
        Browser.Answer wrong =
                browser.submit(stale, "/proof/password", Map.of("password", "no", "code", code(secret, 0)));
        Browser.Answer proved =
                browser.submit(wrong, "/proof/password", Map.of("password", PASSWORD, "code", code(secret, 0)));

        assertThat(stale.path()).isEqualTo(WAYS + "/proof");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(proved.path()).isEqualTo(WAYS);
        assertThat(browser.get(WAYS + "/password").path()).isEqualTo(WAYS + "/password");
    }

    @Test
    void guessingThePasswordInAnOpenSessionSlowsDownToo() {
        Browser browser = enrolled(mara);
        setUpPassword(browser, login);
        Browser.Answer page = browser.get(WAYS + "/proof");
        for (int i = 0; i < 5; i++) {
            browser.submit(page, "/proof/password", Map.of("password", "guess", "code", "000000"));
        }

        assertThat(browser.submit(page, "/proof/password", Map.of("password", PASSWORD, "code", "000000"))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void thePasswordGoesOnlyWhereAnotherWayStays() {
        Browser browser = enrolled(mara);
        String secret = setUpPassword(browser, login);

        Browser.Answer refused = browser.submit(browser.get(WAYS), "/password/end", Map.of());
        addPasskey(browser, device(), "work laptop");
        Browser.Answer removed = browser.submit(browser.get(WAYS), "/password/end", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(removed.body()).contains("It was removed").doesNotContain(login);
        assertThat(signInByPassword(browser(), login, PASSWORD, code(secret, 0)).status())
                .isEqualTo(422);
    }

    @Test
    void whoHasLeftDoesNotComeBack() {
        String secret = setUpPassword(enrolled(mara), login);
        db.sql("insert into identity.member_ended (member, ended_at, ended_by, reason) values (:m, now(), :m, 'Left')")
                .param("m", mara.id().value())
                .update();

        Browser.Answer refused = signInByPassword(browser(), login, PASSWORD, code(secret, 0));

        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void theHashIsArgon2WithTheParametersOfOwasp() {
        setUpPassword(enrolled(mara), login);

        assertThat(db.sql("select hash from identity.password where member = :m")
                        .param("m", mara.id().value())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD);
    }
}
