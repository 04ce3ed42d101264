package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

/** A new member's ways to sign in, with a device of the browser's own that holds passkeys. */
class SignInWalkTest {
    private static final String PASSWORD = "four grey herons wait";
    private static final Pattern LINK = Pattern.compile("http://\\S+/sign-in/\\S+");

    private final Path folder = Scratch.folder("sign-in");
    private Installation demo;

    @BeforeEach
    void start() {
        demo = Installation.demo(folder);
    }

    @AfterEach
    void end() {
        demo.close();
        Scratch.delete(folder);
    }

    @Test
    void aNewMemberSetsAPasskeyUpSignsInWithItAndRemovesIt() throws Exception {
        String link = enrol();
        try (var window = new Window()) {
            device(window.page());
            window.open(demo.address() + "/sign-in");
            window.look("signin-page");
            window.open(link);
            window.look("signin-once");
            window.press("Sign in");
            assertThat(window.page().locator("main")).containsText("You can't come back yet");
            window.look("signin-ways-empty");

            window.fill("name", "Work laptop");
            window.press("Add a passkey");
            assertThat(window.page().locator("main")).containsText("The passkey was added");
            signOut(window);
            window.press("Sign in with a passkey");
            assertThat(window.page()).hasURL(demo.address() + "/");

            String secret = setUpPassword(window);
            window.pressAndConfirm("Remove");
            assertThat(window.page().locator("main")).containsText("It was removed");
            assertThat(window.page().locator("main")).not().containsText("Work laptop");

            signOut(window);
            window.press("Sign in with a passkey");
            assertThat(window.page().locator("main")).containsText("This passkey was not accepted");
            window.look("signin-refused");
            signInByPassword(window, secret);
            assertThat(window.page()).hasURL(demo.address() + "/");

            assertThat(window.findings()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String setUpPassword(Window window) throws InvalidKeyException {
        window.open(demo.address() + "/account/sign-in");
        window.look("signin-ways-passkey");
        window.follow("Set up");
        window.look("signin-password");
        String secret = window.page().locator("[data-secret]").textContent();
        window.fill("login", "tilda.wren");
        window.fill("password", PASSWORD);
        window.fill("again", PASSWORD);
        window.fill("code", code(secret, -1));
        window.press("Set up password and codes");
        assertThat(window.page().locator("main")).containsText("Password and code app are set up");
        window.look("signin-ways-both");
        window.open(demo.address() + "/account/sign-in/proof");
        window.look("signin-proof");
        window.open(demo.address() + "/account/sign-in/password/change");
        window.look("signin-change");
        window.open(demo.address() + "/account/sign-in");
        return secret;
    }

    private static void signInByPassword(Window window, String secret) throws InvalidKeyException {
        window.fill("login", "tilda.wren");
        window.fill("password", PASSWORD);
        window.fill("code", code(secret, 0));
        window.press("Sign in");
    }

    private void signOut(Window window) {
        window.page().locator(".pl-me").click();
        window.page().locator("form[action='/sign-out'] button").click();
        assertThat(window.page()).hasURL(demo.address() + "/sign-in");
    }

    /** A device that holds passkeys and asks nobody: the browser's own for tests. */
    static void device(Page page) {
        CDPSession tools = page.context().newCDPSession(page);
        tools.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var added = new JsonObject();
        added.add("options", device);
        tools.send("WebAuthn.addVirtualAuthenticator", added);
    }

    private String enrol() throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plumbline.Plumbline",
                        "admin",
                        "enrol",
                        "--data",
                        demo.data().toString(),
                        "--organisation",
                        "Inspectorate of Public Spending",
                        "--name",
                        "Tilda Wren",
                        "--role",
                        "investigator")
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor()).as(said).isZero();
        Matcher link = LINK.matcher(said);
        assertThat(link.find()).as(said).isTrue();
        return link.group();
    }

    private static String code(String secret, int steps) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(new Base32().decode(secret), "RAW"),
                        Instant.now().plusSeconds(30L * steps));
    }
}
