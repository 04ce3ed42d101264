package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roles, recovery and leaving as administrators and overseers see them, in pages and over the API. */
class MemberPagesTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Member ada;
    private Member bela;
    private Member oda;
    private Member mara;
    private String member;

    @BeforeEach
    void people() {
        var office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        bela = member(office, "Bela Thorn", Role.ADMINISTRATOR);
        oda = member(office, "Oda Pell", Role.OVERSEER);
        mara = member(office, "Mara Quill", Role.SUPERVISOR);
        member = "/members/" + mara.id();
    }

    @Test
    void aRoleAskedOnThePageIsConfirmedByTheOverseerOnTheirs() {
        var administrator = browser(ada);
        var overseer = browser(oda);

        var asked = administrator.submit(
                administrator.get(member + "/roles"),
                "/roles",
                Map.of("role", "investigator", "reason", "Joins the quay team"));
        var waiting = overseer.get("/confirmations");
        overseer.submit(waiting, "/confirm", Map.of());

        assertThat(asked.page().select("section:has(#h-roles)").text())
                .contains("Investigator Waiting", "Asked for by Ada Finch", "Joins the quay team");
        assertThat(waiting.page().text()).contains("Mara Quill: Investigator", "Asked for by Ada Finch");
        assertThat(administrator
                        .get(member)
                        .page()
                        .select("section:has(#h-roles)")
                        .text())
                .contains("Investigator Held", "Confirmed by Oda Pell");
        assertThat(overseer.get("/confirmations").page().text()).contains("Nothing waits");
    }

    @Test
    void whoAskedAndWhomItIsAboutAreOfferedNoConfirmation() {
        var administrator = browser(ada);
        administrator.submit(
                administrator.get("/members/" + bela.id() + "/roles"),
                "/roles",
                Map.of("role", "investigator", "reason", "Needed on cases"));

        var own = administrator.get("/confirmations").page();
        var about = browser(bela).get("/confirmations").page();

        assertThat(own.text()).contains("You asked for this");
        assertThat(own.select("form[action$=/confirm]")).isEmpty();
        assertThat(own.select("form[action$=/decline] button").text()).isEqualTo("Take it back");
        assertThat(about.text()).contains("This is about you");
        assertThat(about.select("form[action^=/confirmations]")).isEmpty();
    }

    @Test
    void aRefusalWithoutReasonIsShownAtItsFieldAndNothingHappens() {
        var administrator = browser(ada);
        var overseer = browser(oda);
        administrator.submit(
                administrator.get(member + "/roles"), "/roles", Map.of("role", "investigator", "reason", "Joins"));

        var refused = overseer.submit(overseer.get("/confirmations"), "/decline", Map.of("reason", " "));
        var unsaid = administrator.submit(
                administrator.get(member + "/roles"), "/roles", Map.of("role", "", "reason", "Kept as typed"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()
                        .select("#f-reason")
                        .parents()
                        .select(".pl-fielderr")
                        .text())
                .isNotEmpty();
        assertThat(overseer.get("/confirmations").page().text()).contains("Mara Quill: Investigator");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.page().select("textarea[name=reason]").text()).isEqualTo("Kept as typed");
    }

    @Test
    void theLinkOfARecoveryIsShownOnceToWhoConfirms() {
        var first = browser(ada);
        var second = browser(bela);
        first.submit(first.get(member + "/recovery"), "/recovery", Map.of("reason", "Lost the key"));

        var confirmed = second.submit(second.get("/confirmations"), "/confirm", Map.of());

        assertThat(confirmed.page().select("[data-secret]").text()).contains("/sign-in/");
        assertThat(second.get("/confirmations").page().select("[data-secret]")).isEmpty();
        assertThat(first.get(member).page().select("section:has(#h-recovery)").text())
                .contains("Asked for by Ada Finch", "Lost the key", "Confirmed by Bela Thorn")
                .doesNotContain("/sign-in/");
        assertThat(browser(oda).get("/confirmations").status()).isEqualTo(200);
    }

    @Test
    void ownPageOffersNothingAndOwnFormsAreRefused() {
        var administrator = browser(ada);
        String own = "/members/" + ada.id();

        assertThat(administrator.get(own).page().select("main a[href^=" + own + "/]"))
                .isEmpty();
        for (String form : java.util.List.of("/roles", "/roles/administrator", "/recovery", "/leaving")) {
            var answer = administrator.get(own + form);
            assertThat(answer.status()).as(form).isEqualTo(403);
            assertThat(answer.page().text()).contains("Ask another administrator");
        }
    }

    @Test
    void whoIsNoAdministratorSeesNoMemberAndAnotherOrganisationsAreAbsent() {
        var stranger = browser(member(organisation(), "Ruy Marsh", Role.ADMINISTRATOR));

        assertThat(browser(mara).get(member).status()).isEqualTo(403);
        assertThat(browser(oda).get(member).status()).isEqualTo(403);
        assertThat(browser(mara).get("/confirmations").status()).isEqualTo(403);
        assertThat(stranger.get(member).status()).isEqualTo(404);
        assertThat(stranger.get(member + "/leaving").status()).isEqualTo(404);
        assertThat(browser(ada).get(member + "/roles/wizard").status()).isEqualTo(404);
    }

    @Test
    void overTheApiTheSameDecisionsHoldWithTheSameCodes() {
        Browser administrator = api(ada);
        String path = "/api/v1/members/" + mara.id();
        String body = "{\"role\": \"investigator\", \"reason\": \"Joins the quay team\"}";

        JsonNode asked = json(administrator.json("POST", path + "/roles", body));
        String confirm = "/api/v1/members/role-requests/" + asked.get("id").stringValue() + "/confirm";
        var byWhoAsked = administrator.json("POST", confirm, "");
        var own = administrator.json("POST", "/api/v1/members/" + ada.id() + "/roles", body);
        var byNobody = api(mara).json("POST", confirm, "");
        var confirmed = api(oda).json("POST", confirm, "");
        var again = api(bela).json("POST", confirm, "");
        JsonNode file = json(administrator.get(path));

        assertThat(asked.get("state").stringValue()).isEqualTo("waiting");
        assertThat(code(byWhoAsked)).isEqualTo("403 second-person-needed");
        assertThat(code(own)).isEqualTo("403 own-role");
        assertThat(code(byNobody)).isEqualTo("403 role-missing");
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(code(again)).isEqualTo("409 request-answered");
        assertThat(file.get("roles").toString()).isEqualTo("[\"investigator\",\"supervisor\"]");
        assertThat(file.get("history").get(0).get("answered").get("by").stringValue())
                .isEqualTo(oda.id().toString());
        assertThat(code(administrator.json("POST", path + "/roles", "{\"role\": \"wizard\", \"reason\": \"x\"}")))
                .isEqualTo("422 input-invalid");
        assertThat(code(administrator.json(
                        "POST", "/api/v1/members/" + oda.id() + "/roles/overseer/end", "{\"reason\": \"No need\"}")))
                .isEqualTo("409 last-overseer");
    }

    @Test
    void overTheApiAMemberLeavesAndIsNoColleagueAnyMore() {
        Browser administrator = api(ada);

        JsonNode left = json(administrator.json(
                "POST", "/api/v1/members/" + mara.id() + "/leave", "{\"reason\": \"Moves to the coast\"}"));

        assertThat(left.get("handed").toString()).contains("{\"what\":\"tasks\",\"count\":0}");
        assertThat(administrator.get("/api/v1/members").body()).doesNotContain("Mara Quill");
        JsonNode file = json(administrator.get("/api/v1/members/" + mara.id()));
        assertThat(file.get("name").stringValue()).isEqualTo("Mara Quill");
        assertThat(file.get("left").get("reason").stringValue()).isEqualTo("Moves to the coast");
        assertThat(browser(ada)
                        .get("/admin")
                        .page()
                        .select("section:has(#h-left)")
                        .text())
                .contains("Mara Quill");
    }

    @Test
    void eachStepIsOnTheTrailOfTheOverseer() {
        Browser administrator = api(ada);
        JsonNode asked = json(administrator.json(
                "POST",
                "/api/v1/members/" + mara.id() + "/roles",
                "{\"role\": \"investigator\", \"reason\": \"Joins the quay team\"}"));
        api(bela)
                .json("POST", "/api/v1/members/role-requests/" + asked.get("id").stringValue() + "/confirm", "");
        administrator.json(
                "POST", "/api/v1/members/" + mara.id() + "/roles/investigator/end", "{\"reason\": \"Moves on\"}");

        var trail = browser(oda).get("/oversight").page().text();

        assertThat(trail)
                .contains("Asked for a role that a second person confirms")
                .contains("Confirmed a role, as the second person")
                .contains("Ended a role");
    }

    private static JsonNode json(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body());
    }

    private static String code(Browser.Answer answer) {
        return answer.status() + " " + JSON.readTree(answer.body()).get("code").stringValue();
    }
}
