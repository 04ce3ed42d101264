package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

/** A grey bag on a telephone's screen: taken in, photographed, sealed, handed over, and checked in by its tag. */
class CustodyWalkTest {
    private static final int NARROW = 390;
    private static final String SEAL = "S-4417";

    private final Path folder = Scratch.folder("custody");
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
    void aBagIsCollectedSealedHandedOverAndCheckedInByItsTag() throws IOException {
        try (var investigator = new Window();
                var custodian = new Window()) {
            signIn(investigator, "investigator");
            signIn(custodian, "evidence custodian");
            store(custodian);

            String exhibit = collect(investigator);
            act(investigator, exhibit, "Seal", () -> investigator.fill("seal", SEAL));
            act(investigator, exhibit, "Release", () -> {
                investigator.chooseNamed("to", "Ines Abernal");
                investigator.fill("reason", "Goes into the store");
            });
            String code = tag(investigator, exhibit);
            scan(custodian, code);
            assertThat(custodian.path()).isEqualTo(exhibit);
            custodian.look("custody-to-take-over");
            act(custodian, exhibit, "Take over", () -> received(custodian));
            act(custodian, exhibit, "Check out", () -> {
                custodian.fill("to_name", "Laboratory");
                custodian.fill(
                        "until", LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
                custodian.fill("purpose", "Fingerprints");
            });
            custodian.open(demo.address() + "/custody");
            assertThat(custodian.page().locator("tbody")).containsText("Laboratory");
            custodian.look("custody-out");
            scan(custodian, code);
            act(custodian, exhibit, "Check in", () -> received(custodian));

            assertThat(custodian.page().locator("main")).containsText("Quay store");
            count(custodian, code);
            assertThat(custodian.findings()).isEmpty();
            assertThat(investigator.findings()).isEmpty();
            assertThat(custodian.complaints()).isEmpty();
            assertThat(investigator.complaints()).isEmpty();
        }
    }

    @Test
    void aBagIsCollectedSealedAndReleasedByKeyboardAlone() {
        try (var investigator = new Window()) {
            signIn(investigator, "investigator");
            harbour(investigator);
            investigator.open(demo.address() + investigator.path() + "/exhibits/collect");
            var keys = new Keyboard(investigator.page());

            keys.enter("main button.btn-primary");
            assertThat(investigator.page().locator("[data-summary]")).isFocused();
            keys.press("[data-summary] a[href='#f-name']");
            assertThat(investigator.page().locator("#f-name")).isFocused();
            keys.type("#f-name", "Grey bag");
            keys.type("#f-description", "A grey bag from the crane's cabin");
            keys.enter("main button.btn-primary");
            signed(keys, investigator);
            String exhibit = investigator.path();

            keys.enter("main a[href$='kind=seal']");
            keys.type("#f-seal", SEAL);
            keys.enter("main button.btn-primary");
            signed(keys, investigator);
            keys.enter("main a[href$='kind=transfer-out']");
            keys.type("#f-to", "Ines");
            keys.type("#f-reason", "Goes into the store");
            keys.enter("main button.btn-primary");
            signed(keys, investigator);

            assertThat(investigator.path()).isEqualTo(exhibit);
            assertThat(investigator.page().locator("main")).containsText("Released to Ines Abernal");
        }
    }

    private static void signed(Keyboard keys, Window window) {
        assertThat(window.page().locator("main")).containsText("Sign with a passkey");
        String signing = window.page().url();
        keys.enter("main button.btn-primary");
        window.page().waitForURL(url -> !url.equals(signing), new Page.WaitForURLOptions().setTimeout(20_000));
    }

    private void signIn(Window window, String member) {
        window.page().setViewportSize(NARROW, 844);
        SignInWalkTest.device(window.page());
        window.open(demo.printed().link(member));
        window.open(demo.address() + "/account/sign-in");
        window.fill("name", "Telephone");
        window.press("Add a passkey");
        assertThat(window.page().locator("main")).containsText("The passkey was added");
    }

    private void store(Window window) {
        window.open(demo.address() + "/storage-places");
        window.fill("code", "Q-1");
        window.fill("name", "Quay store");
        window.choose("kind", "room");
        window.press("Make it");
        assertThat(window.page().locator(".pl-places")).containsText("Quay store");
        window.look("storage-places");
        narrow(window);
    }

    private void harbour(Window window) {
        window.open(demo.address() + "/cases");
        window.page()
                .locator("main a")
                .filter(new Locator.FilterOptions().setHasText("Harbour"))
                .first()
                .click();
        Window.sayPurpose(window.page());
    }

    private String collect(Window window) throws IOException {
        harbour(window);
        window.open(demo.address() + window.path() + "/exhibits/collect");
        window.fill("name", "Grey bag");
        window.fill("description", "A grey bag from the crane's cabin");
        window.page().locator("#f-pictures").setInputFiles(new FilePayload("bag.png", "image/png", picture()));
        window.look("custody-collect");
        narrow(window);
        window.press("Go on to sign");
        sign(window);
        assertThat(window.page().locator("main")).containsText("Grey bag");
        window.look("custody-collected");
        narrow(window);
        return window.path();
    }

    private void act(Window window, String exhibit, String act, Runnable fields) {
        window.open(demo.address() + exhibit);
        window.follow(act);
        fields.run();
        window.press("Go on to sign");
        sign(window);
        assertThat(window.path()).isEqualTo(exhibit);
    }

    private static void sign(Window window) {
        assertThat(window.page().locator("main")).containsText("Sign with a passkey");
        String signing = window.page().url();
        window.press("Sign with a passkey");
        window.page().waitForURL(url -> !url.equals(signing), new Page.WaitForURLOptions().setTimeout(20_000));
    }

    private static void received(Window window) {
        window.fill("seal", SEAL);
        window.chooseNamed("place", "Quay store");
    }

    private String tag(Window window, String exhibit) throws IOException {
        window.open(demo.address() + exhibit);
        window.follow("Tag");
        window.press("Make the missing tags");
        Locator code = window.page().locator(".pl-sticker__code");
        assertThat(code).hasCount(1);
        window.look("tags-exhibits");
        narrow(window);
        String words = code.textContent();
        printed(window, words);
        return words;
    }

    /** Every kind of paper has its size, and a scanner reads from it what the tag leads to. */
    private void printed(Window window, String code) throws IOException {
        String shown = window.page().url().replaceAll("&sheet=[^&]*", "");
        String address = demo.address() + "/x/" + code.replace("-", "");
        for (TagPaper paper : TagPaper.values()) {
            window.open(shown + "&sheet=" + paper.code());
            byte[] pages = window.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            assertThat(paper.misses(pages)).as(paper.code()).isEmpty();
            assertThat(TagPaper.scanned(pages)).as(paper.code()).containsExactly(address);
        }
    }

    /** As a scanner does that acts as a keyboard. */
    private void scan(Window window, String code) {
        window.open(demo.address() + "/x");
        window.page().locator("#f-code").fill(code);
        window.page().keyboard().press("Enter");
        window.page().waitForURL(url -> url.contains("/cases/"));
        Window.sayPurpose(window.page());
    }

    private void count(Window window, String code) {
        window.open(demo.address() + "/stock-takes");
        window.chooseNamed("place", "Quay store");
        window.press("Begin");
        window.fill("seal", SEAL);
        window.page().locator("#f-code").fill(code);
        window.page().keyboard().press("Enter");
        assertThat(window.page().locator(".pl-scan__count")).containsText("1 of 1");
        window.look("stock-take-scanned");
        narrow(window);
        window.fill("note", "All there");
        window.press("Sign it off");
        assertThat(window.page().locator("main")).containsText("Nothing differs");
        window.look("stock-take-ended");
        narrow(window);
    }

    private static void narrow(Window window) {
        window.page().setViewportSize(NARROW, 844);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
