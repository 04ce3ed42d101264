package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;

class AdministrationTest extends ApplicationTest {
    private Member ada;
    private Member mara;

    @BeforeEach
    void people() {
        var organisation = organisation();
        ada = member(organisation, "Ada Finch", Role.ADMINISTRATOR);
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
    }

    @Test
    void aNewMemberSignsInWithTheLinkThatIsShownOnce() {
        var browser = browser(ada);

        var enrolled = browser.submit(
                browser.get("/admin"), "/admin/members", Map.of("name", "Tomas Ferrow", "role", "supervisor"));
        String link = enrolled.page().select("[data-secret]").text();
        var newcomer = browser();
        String path = java.net.URI.create(link).getPath();
        var signedIn = newcomer.submit(newcomer.get(path), path, Map.of());

        assertThat(signedIn.page().select(".pl-me").text()).contains("Tomas Ferrow", "Supervisor");
        assertThat(browser.get("/admin").page().select("[data-secret]")).isEmpty();
        assertThat(browser.get("/admin").page().text()).contains("Tomas Ferrow");
    }

    @Test
    void aNewMemberWhoseRoleWaitsSignsInAndIsToldSo() {
        var browser = browser(ada);

        var enrolled = browser.submit(
                browser.get("/admin"),
                "/admin/members",
                Map.of("name", "Tomas Ferrow", "role", "investigator", "reason", "New post"));
        String path = java.net
                .URI
                .create(enrolled.page().select("[data-secret]").text())
                .getPath();
        var newcomer = browser();
        var signedIn = newcomer.submit(newcomer.get(path), path, Map.of());

        assertThat(enrolled.page().text())
                .contains("holds this only once a second person has confirmed it: Investigator");
        assertThat(signedIn.path()).isEqualTo("/account/sign-in");
        assertThat(newcomer.get("/").page().text()).contains("You hold no role yet");
    }

    @Test
    void aLinkForAnExistingMemberIsRefused() {
        var browser = browser(ada);

        var refused = browser.submit(
                browser.get("/admin"), "/admin/members", Map.of("name", "Mara Quill", "role", "investigator"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().text()).contains("There is a member called “Mara Quill” already");
        assertThat(refused.page().select("[data-secret]")).isEmpty();
    }

    @Test
    void onlyAnAdministratorEnrols() {
        assertThat(browser(mara).get("/admin").status()).isEqualTo(403);
    }

    @Test
    void aTokenActsAsItsOwnerUntilItIsEnded() {
        var browser = browser(mara);
        var made = browser.submit(
                browser.get("/account"), "/account/tokens", Map.of("name", "Nightly export", "scope", "read"));
        var program = browser().withToken(made.page().select("[data-secret]").text());
        var me = program.get("/api/v1/me");
        var write = program.json("POST", "/api/v1/cases", "{}");

        browser.submit(browser.get("/account"), "/end", Map.of());

        assertThat(me.body()).contains("Mara Quill");
        assertThat(write.status()).isEqualTo(403);
        assertThat(write.body()).contains("token-read-only");
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    }
}
