package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.Browser;
import tools.jackson.databind.JsonNode;

/** How members sign in, where administrators see it, and turning passwords with codes off. */
class SignInWaysTest extends WaysWorld {
    private static final String PAGE = "/admin/sign-in";

    private String login;
    private Member ada;

    @BeforeEach
    void administrator() {
        login = "mara." + office.name().replaceAll("\\D", "");
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
    }

    @Test
    void whoHasWhichWayIsCountedAndWhoHasOneLeftIsNamed() {
        setUpPassword(enrolled(mara), login);
        signInByPassword(browser(), login, "four grey geese wait", "000000");
        var adas = enrolled(ada);
        addPasskey(adas, device(), "Laptop");
        addPasskey(adas, device(), "Key");

        var page = adas.get(PAGE).page();

        assertThat(page.select("#h-ways, section[aria-labelledby=h-ways] tbody tr")
                        .eachText())
                .contains("Passkeys bound to localhost; under another name none of them works 1")
                .contains("Password with code allowed 1");
        assertThat(page.select("section[aria-labelledby=h-one] a").eachText()).containsExactly("Mara Quill");
        assertThat(page.select("section[aria-labelledby=h-one] a").attr("href")).isEqualTo("/members/" + mara.id());
        assertThat(page.select("section[aria-labelledby=h-none] a").eachText()).containsExactly("Oda Pell");
        assertThat(page.select("section[aria-labelledby=h-decide]").text()).contains("1 member has nothing but");
        assertThat(page.select("section[aria-labelledby=h-figures]").text())
                .contains("Browsers signed in 2", "Wrong tries in the last day 2,");
    }

    @Test
    void turnedOffAPasswordLetsNobodyInAndTheTextSaysWhatElseDoes() {
        String secret = setUpPassword(enrolled(mara), login);
        var adas = enrolled(ada);
        addPasskey(adas, device(), "Laptop");

        Browser.Answer decided = decide(adas, "no", "Passkeys for everybody");
        Browser.Answer right = signInByPassword(browser(), login, PASSWORD, code(secret, 0));
        Browser.Answer wrong = signInByPassword(browser(), login, PASSWORD, "000000");
        Browser.Answer enrolment =
                enrolled(member(office, "Ines Vale", Role.INVESTIGATOR)).get(WAYS + "/password");

        assertThat(decided.page()
                        .select("section[aria-labelledby=h-history] tbody tr")
                        .text())
                .contains("Turned off", "Ada Finch", "Passkeys for everybody");
        assertThat(right.path()).isNotEqualTo("/");
        assertThat(right.page().select("[data-summary]").text())
                .contains("turned passwords with codes off", "Sign in by passkey");
        assertThat(wrong.page().select("[data-summary]").text())
                .contains("do not fit together")
                .doesNotContain("turned");
        assertThat(enrolment.status()).isEqualTo(409);
        assertThat(enrolment.page().text()).contains("turned passwords with codes off", "add a passkey");
        JsonNode entry = newest("refusal");
        assertThat(entry.toString()).contains("passwords-off");
    }

    @Test
    void whatIsAllowedAgainLetsInAgainAndBothDecisionsStay() {
        String secret = setUpPassword(enrolled(mara), login);
        var adas = enrolled(ada);
        addPasskey(adas, device(), "Laptop");
        decide(adas, "no", "Passkeys for everybody");

        Browser.Answer again = decide(adas, "yes", "Keys are late");
        Browser.Answer twice = decide(adas, "yes", "Keys are late");

        assertThat(signInByPassword(browser(), login, PASSWORD, code(secret, 0)).path())
                .isEqualTo("/");
        assertThat(again.page()
                        .select("section[aria-labelledby=h-history] tbody tr")
                        .eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("Allowed again", "Keys are late");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.page().text()).contains("allowed already");
    }

    @Test
    void nobodyLocksThemselvesOutAndAReasonIsNeeded() {
        var adas = enrolled(ada);
        setUpPassword(adas, "ada." + login);

        Browser.Answer alone = decide(adas, "no", "Passkeys for everybody");
        Browser.Answer unsaid = decide(adas, "no", " ");

        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.page().select("[data-summary]").text()).contains("would lock you out", "Add a passkey first");
        assertThat(alone.page().expectFirst("#f-reason").text()).isEqualTo("Passkeys for everybody");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.page().select("[data-summary]").text()).contains("Why: This is needed");
        assertThat(adas.get(PAGE).page().text()).contains("Nobody has decided on passwords yet");
    }

    @Test
    void whereTheyAreOffTheLastPasskeyStaysAndThePasswordMayGo() {
        setUpPassword(enrolled(mara), login);
        var maras = enrolled(mara);
        addPasskey(maras, device(), "Laptop");
        var adas = enrolled(ada);
        addPasskey(adas, device(), "Laptop");
        decide(adas, "no", "Passkeys for everybody");

        String passkey = maras.get(WAYS)
                .page()
                .expectFirst("form[action*=/passkeys/][action$=/end]")
                .attr("action");
        Browser.Answer last = maras.submit(maras.get(WAYS), passkey, Map.of());
        Browser.Answer password = maras.submit(maras.get(WAYS), WAYS + "/password/end", Map.of());

        assertThat(last.status()).isEqualTo(409);
        assertThat(password.status()).isEqualTo(200);
        assertThat(password.page().text()).doesNotContain(login);
    }

    @Test
    void theApiSaysAndDecidesTheSame() {
        var adas = enrolled(ada);
        addPasskey(adas, device(), "Laptop");
        var api = api(ada);

        Browser.Answer decided = api.json(
                "POST", "/api/v1/admin/sign-in/passwords", "{\"allowed\": false, \"reason\": \"Passkeys for all\"}");
        String state = api.get("/api/v1/admin/sign-in").body();

        assertThat(decided.status()).isEqualTo(200);
        assertThat(state)
                .contains("\"passwords_allowed\":false", "\"passkeys_bound_to\":\"localhost\"", "Passkeys for all");
        assertThat(api(mara).get("/api/v1/admin/sign-in").status()).isEqualTo(403);
        assertThat(browser(mara).get(PAGE).status()).isEqualTo(403);
    }

    private static Browser.Answer decide(Browser browser, String allowed, String reason) {
        return browser.submit(browser.get(PAGE), PAGE + "/passwords", Map.of("allowed", allowed, "reason", reason));
    }
}
