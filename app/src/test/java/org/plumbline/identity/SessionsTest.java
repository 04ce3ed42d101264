package org.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** A member sees where they are signed in; a session that was ended is gone at its next request. */
class SessionsTest extends ApplicationTest {
    private static final String ENDED = "/sign-in";

    @Autowired
    private OwnSessions sessions;

    @Autowired
    private MemberSessions memberSessions;

    private Member ada;
    private Member mara;
    private Browser here;
    private Browser there;

    @BeforeEach
    void people() {
        Organisation office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        here = browser();
        here.get("/sign-in/" + enrolment.demoLink(mara.id()), "User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/145.0");
        there = browser();
        there.get("/sign-in/" + enrolment.demoLink(mara.id()), "User-Agent", "Mozilla/5.0 (iPad) Safari/604.1");
    }

    @Test
    void theAccountListsThemByBrowserAndMarksTheOneInUse() {
        var rows =
                here.get("/account").page().select("#h-sessions").parents().select("section:has(#h-sessions) tbody tr");

        assertThat(rows).hasSize(2);
        assertThat(rows.stream().filter(r -> r.text().contains("this one")).map(Element::text))
                .singleElement()
                .asString()
                .contains("Firefox on Linux");
        assertThat(rows.text()).contains("Safari on iPad");
    }

    @Test
    void oneThatIsEndedIsGoneAtItsNextRequest() {
        UUID other = id("safari");

        here.submit(here.get("/account"), other + "/end", Map.of());

        assertThat(there.get("/account").path()).isEqualTo(ENDED);
        assertThat(here.get("/account").path()).isEqualTo("/account");
    }

    @Test
    void allOthersEndTogether() {
        Browser third = browser(mara);

        here.submit(here.get("/account"), "/end-others", Map.of());

        assertThat(there.get("/").path()).isEqualTo(ENDED);
        assertThat(third.get("/").path()).isEqualTo(ENDED);
        assertThat(here.get("/").path()).isEqualTo("/");
    }

    @Test
    void theOneInUseEndsToo() {
        var after = here.submit(here.get("/account"), id("firefox") + "/end", Map.of());

        assertThat(after.path()).isEqualTo(ENDED);
    }

    @Test
    void somebodyElsesSessionIsAbsent() {
        UUID maras = id("firefox");

        var asked = api(ada).json("POST", "/api/v1/sessions/" + maras + "/end", "");

        assertThat(asked.status()).isEqualTo(404);
        assertThat(api(ada).json("POST", "/api/v1/sessions/" + UUID.randomUUID() + "/end", "")
                        .body()
                        .replaceAll("\"(instance|trace_id)\":\"[^\"]*\"", ""))
                .isEqualTo(asked.body().replaceAll("\"(instance|trace_id)\":\"[^\"]*\"", ""));
        assertThat(here.get("/").path()).isEqualTo("/");
    }

    @Test
    void anAdministratorEndsAllWithAReasonAndTheTrailSaysSo() {
        var page = browser(ada);
        String form = "/members/" + mara.id() + "/sessions";

        var without = page.submit(page.get(form), "/sessions/end", Map.of("reason", ""));
        page.submit(page.get(form), "/sessions/end", Map.of("reason", "Laptop lost on the quay"));

        assertThat(without.status()).isEqualTo(422);
        assertThat(here.get("/").path()).isEqualTo(ENDED);
        assertThat(there.get("/").path()).isEqualTo(ENDED);
        Member oda = member(organisationOf(), "Oda Pell", Role.OVERSEER);
        assertThat(api(oda).get("/api/v1/trail?kind=act").body())
                .contains("identity.end-member-sessions", "Laptop lost on the quay", "\"sessions\":\"2\"");
    }

    @Test
    void anAdministratorEndsATokenAndNeverSeesItsSecret() {
        String secret = enrolment.token(mara.id(), "Nightly export", false, java.time.Duration.ofDays(1));
        Browser program = browser().withToken(secret);
        var page = browser(ada);
        var form = page.get("/members/" + mara.id() + "/tokens");
        String token = form.page().select("option:contains(Nightly export)").attr("value");

        assertThat(page.get("/members/" + mara.id()).body())
                .contains("Nightly export")
                .doesNotContain(secret);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        page.submit(form, "/tokens/end", Map.of("token", token, "reason", "Nobody knows what it is for"));

        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(page.submit(form, "/tokens/end", Map.of("token", token, "reason", "Again"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyAnAdministratorSignsOthersOut() {
        assertThat(outcome(() -> memberSessions.endAll(ada.id(), "No reason"))).isEqualTo("role-missing");
        assertThat(outcome(() -> memberSessions.endToken(ada.id(), UUID.randomUUID(), "No reason")))
                .isEqualTo("role-missing");
    }

    @Test
    void overTheApiOnesOwnAreListedAndEnded() {
        Browser program = api(mara);

        var list = program.get("/api/v1/sessions");
        var ended = program.json("POST", "/api/v1/sessions/end-others", "");

        assertThat(list.body()).contains("\"browser\":\"firefox\"", "\"system\":\"ipad\"", "begun_at", "last_used_at");
        assertThat(ended.body()).isEqualTo("{\"sessions\":2}");
        assertThat(here.get("/").path()).isEqualTo(ENDED);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
    }

    private UUID id(String browser) {
        return Acting.as(acting(mara), sessions::list).stream()
                .filter(s -> s.browser().equals(browser))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Organisation organisationOf() {
        return members.organisation(mara.organisation()).orElseThrow();
    }

    @Autowired
    private Members members;

    private String outcome(java.util.function.Supplier<?> body) {
        try {
            Acting.as(acting(mara), body);
            return "done";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }
}
