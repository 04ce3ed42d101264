package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Keycloak;
import org.plumbline.acceptance.Scratch;

/** Signing in at the organisation's own provider, a real one. */
class ProviderWalkTest {
    private final Path folder = Scratch.folder("provider");
    private Keycloak keycloak;
    private Installation demo;

    @BeforeEach
    void start() throws IOException {
        // The provider has to know where it sends people back to, and the installation who the provider is.
        int port = Installation.freePort();
        keycloak = Keycloak.start(folder.resolve("keycloak"), "http://localhost:" + port + "/sign-in/provider/back");
        Path secret = Files.writeString(folder.resolve("client-secret"), Keycloak.CLIENT_SECRET + "\n");
        Path config = Files.writeString(folder.resolve("plumbline.toml"), """
                [oidc]
                issuer = "%s"
                client-id = "plumbline"
                client-secret-file = "%s"
                label = "Office account"
                organisation = "Inspectorate of Public Spending"
                """.formatted(keycloak.issuer(), secret));
        demo = Installation.demo(folder, config, port);
    }

    @AfterEach
    void end() {
        demo.close();
        keycloak.close();
        Scratch.delete(folder);
    }

    @Test
    void anIdentityIsLinkedThenSignsInAndAnUnknownOneIsRefused() {
        try (var window = new Window()) {
            window.open(demo.printed().link("investigator"));
            window.open(demo.address() + "/account/sign-in");
            window.press("Link my identity at Office account");
            atKeycloak(window.page(), "nuno");

            assertThat(window.page().locator("main")).containsText("The identity is linked");
            window.look("signin-linked");
        }
        try (var window = new Window()) {
            window.open(demo.address() + "/sign-in");
            window.press("Continue with Office account");
            atKeycloak(window.page(), "nuno");

            assertThat(window.page()).hasURL(demo.address() + "/");
            assertThat(window.page().locator(".pl-me")).containsText("Mara");
            assertThat(window.complaints()).isEmpty();
        }
        try (var window = new Window()) {
            window.open(demo.address() + "/sign-in");
            window.look("signin-with-provider");
            window.press("Continue with Office account");
            atKeycloak(window.page(), "olga");

            assertThat(window.page().locator("main")).containsText("This identity is not known here");
            window.look("signin-unknown-identity");
            assertThat(window.findings()).isEmpty();
        }
        anotherMemberCannotLinkIt();
        whatWasNotBegunHereIsNotBelieved();
    }

    private void anotherMemberCannotLinkIt() {
        try (var window = new Window()) {
            window.open(demo.printed().link("supervisor"));
            window.open(demo.address() + "/account/sign-in");
            window.press("Link my identity at Office account");
            atKeycloak(window.page(), "nuno");

            assertThat(window.page().locator("main")).containsText("This identity is linked already");
        }
        try (var window = new Window()) {
            window.open(demo.printed().link("partner organisation"));
            window.open(demo.address() + "/account/sign-in");

            assertThat(window.page().locator("main")).not().containsText("Office account");
        }
    }

    /** An answer sent to a browser that asked for none, as a forged link would. */
    private void whatWasNotBegunHereIsNotBelieved() {
        try (var window = new Window()) {
            window.open(demo.address() + "/sign-in/provider/back?code=made-up&state=made-up");
            assertThat(window.page().locator("main")).containsText("The provider did not confirm who you are");

            window.open(demo.address() + "/sign-in");
            window.press("Continue with Office account");
            window.page().waitForURL(Pattern.compile(Pattern.quote(keycloak.issuer()) + ".*"));
            window.open(demo.address() + "/sign-in/provider/back?code=made-up&state=made-up");
            assertThat(window.page().locator("main")).containsText("The provider did not confirm who you are");
        }
    }

    private void atKeycloak(Page page, String user) {
        page.waitForURL(Pattern.compile(Pattern.quote(keycloak.issuer()) + ".*"));
        page.locator("#username").fill(user);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(demo.address()) + ".*"));
    }
}
