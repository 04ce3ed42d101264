package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.Browser;
import org.plumbline.testing.SoftAuthenticator;

class PasskeysTest extends WaysWorld {
    @Test
    void aLinkThatWorksOnceLeadsToSettingUpAWayBack() {
        Browser.Answer page = enrolled(mara).get("/account/sign-in");

        assertThat(page.body()).contains("can't come back yet", "Add a passkey", "Password with a code app");
    }

    @Test
    void aPasskeySignsInWithoutALogin() {
        SoftAuthenticator device = device();
        Browser.Answer added = addPasskey(enrolled(mara), device, "work laptop");

        Browser elsewhere = browser();
        Browser.Answer home = signInByPasskey(elsewhere, device);

        assertThat(added.body()).contains("The passkey was added", "work laptop");
        assertThat(home.path()).isEqualTo("/");
        assertThat(elsewhere.get(WAYS).body()).contains("Mara Quill", "work laptop");
        assertThat(newest("act").get("action").stringValue()).isEqualTo("identity.sign-in");
        assertThat(newest("act").get("facts").get("by").stringValue()).isEqualTo("passkey");
    }

    @Test
    void signingInBeginsAnotherSession() {
        SoftAuthenticator device = device();
        addPasskey(enrolled(mara), device, "work laptop");
        Browser planted = browser();
        planted.get("/sign-in");
        String before = planted.cookie("plumbline");

        signInByPasskey(planted, device);

        assertThat(planted.cookie("plumbline")).isNotEqualTo(before);
    }

    @Test
    void aCounterThatWentBackwardsIsRefusedAndOnTheTrail() {
        SoftAuthenticator device = device();
        addPasskey(enrolled(mara), device, "work laptop");
        device.count(7);
        signInByPasskey(browser(), device);

        device.count(5);
        Browser.Answer copy = signInByPasskey(browser(), device);

        assertThat(copy.status()).isEqualTo(422);
        assertThat(copy.body()).contains("counted fewer uses");
        assertThat(newest("refusal").get("reason").stringValue()).isEqualTo("passkey-copied");
        assertThat(newest("refusal").get("action").stringValue()).isEqualTo("identity.sign-in");
    }

    @Test
    void aChallengeIsAnsweredOnce() {
        SoftAuthenticator device = device();
        addPasskey(enrolled(mara), device, "work laptop");
        Browser browser = browser();
        String options =
                options(browser, "/sign-in", "/sign-in/passkey/options").body();
        String answer = device.use(options);
        Browser.Answer page = browser.get("/sign-in");
        browser.submit(page, "/sign-in/passkey", Map.of("credential", "{}"));

        Browser.Answer second = browser.submit(page, "/sign-in/passkey", Map.of("credential", answer));

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("older than five minutes or already answered");
    }

    @Test
    void anAnswerForAnotherSiteIsRefused() {
        SoftAuthenticator device = device();
        addPasskey(enrolled(mara), device, "work laptop");
        var phished = new SoftAuthenticator("https://plumbline.example");
        Browser browser = enrolled(mara);
        String options = options(browser, WAYS, WAYS + "/passkeys/options").body();

        Browser.Answer refused = browser.submit(
                browser.get(WAYS), WAYS + "/passkeys", Map.of("name", "other", "credential", phished.make(options)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("passkey was not made").contains("value=\"other\"");
    }

    @Test
    void aDeviceThatDidNotAskForFingerOrPinIsRefused() {
        SoftAuthenticator device = device();
        addPasskey(enrolled(mara), device, "work laptop");
        device.skipVerification();

        Browser.Answer refused = signInByPasskey(browser(), device);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(newest("refusal").get("reason").stringValue()).isEqualTo("passkey-wrong");
    }

    @Test
    void anAnswerInAnothersNameAndAnUnknownPasskeyAreRefusedAlike() {
        SoftAuthenticator device = device();
        addPasskey(enrolled(mara), device, "work laptop");
        device.claim("AAAAAAAAAAAAAAAAAAAAAA");

        Browser.Answer claimed = signInByPasskey(browser(), device);
        SoftAuthenticator stranger = device();
        stranger.claim("AAAAAAAAAAAAAAAAAAAAAA");
        Browser.Answer unknown = signInByPasskey(browser(), stranger);

        assertThat(claimed.status()).isEqualTo(422);
        assertThat(claimed.page().select("[data-summary]").text())
                .isEqualTo(unknown.page().select("[data-summary]").text())
                .contains("was not accepted");
    }

    @Test
    void theLastWayStaysAndOneOfTwoGoes() {
        Browser browser = enrolled(mara);
        SoftAuthenticator lost = device();
        addPasskey(browser, lost, "lost key");
        Browser.Answer one = browser.get(WAYS);

        Browser.Answer refused = browser.submit(one, "/end", Map.of());
        addPasskey(browser, device(), "new key");
        Browser.Answer removed = browser.submit(browser.get(WAYS), "/end", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("your only way to sign in");
        assertThat(removed.body()).contains("It was removed", "new key").doesNotContain("lost key");
        assertThat(signInByPasskey(browser(), lost).status()).isEqualTo(422);
        assertThat(newest("act").get("action").stringValue()).isEqualTo("identity.end-passkey");
    }

    @Test
    void anOldProofLeadsToProvingAgainByAPasskey() {
        Browser browser = enrolled(mara);
        SoftAuthenticator device = device();
        addPasskey(browser, device, "work laptop");
        timePasses(mara);

        Browser.Answer stale = browser.submit(browser.get(WAYS), "/end", Map.of());
        int options = options(browser, WAYS, WAYS + "/passkeys/options").status();
        String ask =
                options(browser, stale.path(), WAYS + "/proof/passkey/options").body();
        Browser.Answer proved = browser.submit(stale, "/proof/passkey", Map.of("credential", device.use(ask)));

        assertThat(stale.path()).isEqualTo(WAYS + "/proof");
        assertThat(options).isEqualTo(403);
        assertThat(proved.body()).contains("For ten minutes you can change");
        assertThat(addPasskey(browser, device(), "blue key").body()).contains("blue key");
    }

    @Test
    void anothersPasskeyProvesNothing() {
        Member nuno = member(office, "Nuno Salt", Role.INVESTIGATOR);
        SoftAuthenticator nunos = device();
        addPasskey(enrolled(nuno), nunos, "key");
        Browser browser = enrolled(mara);
        addPasskey(browser, device(), "work laptop");
        timePasses(mara);

        String ask = options(browser, WAYS + "/proof", WAYS + "/proof/passkey/options")
                .body();
        Browser.Answer refused =
                browser.submit(browser.get(WAYS + "/proof"), "/proof/passkey", Map.of("credential", nunos.use(ask)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(newest("refusal").get("action").stringValue()).isEqualTo("identity.prove");
        assertThat(browser.submit(browser.get(WAYS), "/end", Map.of()).path()).isEqualTo(WAYS + "/proof");
    }

    @Test
    void anotherMembersPasskeyIsAbsent() {
        Browser nuno = enrolled(member(office, "Nuno Salt", Role.INVESTIGATOR));
        addPasskey(nuno, device(), "key");
        Browser browser = enrolled(mara);
        addPasskey(browser, device(), "work laptop");
        String others = nuno.get(WAYS).page().select("form[action$=/end]").attr("action");
        String token = browser.get(WAYS).page().select("input[name=_csrf]").attr("value");

        Browser.Answer refused = browser.post(others, Map.of("_csrf", token));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(nuno.get(WAYS).body()).contains("Last used");
    }

    @Test
    void theApiListsAndRemovesWithATokenMadeAfterAFreshSignIn() {
        Browser browser = enrolled(mara);
        addPasskey(browser, device(), "work laptop");
        addPasskey(browser, device(), "blue key");
        String fresh = browser.submit(
                        browser.get("/account"), "/tokens", Map.of("name", "script", "scope", "write", "days", "1"))
                .page()
                .select("[data-secret]")
                .text();
        String id = db.sql("select id from identity.passkey where member = :m order by id limit 1")
                .param("m", mara.id().value())
                .query(java.util.UUID.class)
                .single()
                .toString();

        Browser.Answer old = api(mara).json("POST", "/api/v1/account/passkeys/" + id + "/end", "");
        Browser.Answer removed = browser().withToken(fresh).json("POST", "/api/v1/account/passkeys/" + id + "/end", "");
        Browser.Answer listed = api(mara).get("/api/v1/account/sign-in");

        assertThat(old.status()).isEqualTo(403);
        assertThat(old.body()).contains("\"code\":\"proof-needed\"");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(listed.body())
                .contains("\"name\":\"blue key\"", "\"backed_up\":false")
                .doesNotContain("work laptop");
    }

    @Test
    void manyUnknownLinksMakeAnAddressWait() {
        Browser browser = browser();
        for (int i = 0; i < 30; i++) {
            assertThat(browser.get("/sign-in/none-" + i).status()).isEqualTo(403);
        }

        Browser.Answer slowed = browser.get("/sign-in/none-31");

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 60);
        assertThat(slowed.body()).contains("too many wrong tries");
    }
}
