package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

/**
 * A mailbox from its upload to a statement and an alert: read, opened as a conversation, found, quoted from, waited
 * for.
 */
class MailboxWalkTest {
    private static final int READING_MS = 120_000;
    private static final int NARROW = 390;
    private static final String QUOTE = "Longshore Dredging ordered the mole survey in May.";

    private final Path folder = Scratch.folder("mailbox");
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
    void aMailboxIsReadFoundQuotedFromAndWhatFollowsIsTold() {
        try (var window = new Window()) {
            String harbour = harbour(window);

            enterCompany(window, harbour);
            upload(window, harbour);
            openThread(window, harbour);
            find(window, harbour);
            stateFromSelection(window);
            saveSearch(window, harbour);
            askToBeTold(window);
            beTold(window, harbour);

            assertThat(window.findings()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aConversationIsOpenedAndAPassageQuotedByKeyboardAlone() {
        try (var window = new Window()) {
            String harbour = harbour(window);
            upload(window, harbour);
            window.page().setViewportSize(NARROW, 844);
            window.open(demo.address() + harbour + "/mail");
            var keys = new Keyboard(window.page());

            keys.type("#f-subject", "third survey");
            keys.enter("main form button[type=submit]");
            keys.enter("main tbody a.doc-name");
            assertThat(window.page().locator(".doc-thread__one")).hasCount(2);
            keys.enter(".doc-thread__one:last-child a[href*='/documents/']");
            keys.enter("[data-passage-go]");
            keys.enter("form:has(#f-end) button[type=submit]");

            assertThat(window.page().locator("blockquote")).hasText(QUOTE);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String harbour(Window window) {
        window.open(demo.printed().link("investigator"));
        window.open(demo.address() + "/cases");
        window.page().locator("main a").filter(named("Harbour")).first().click();
        Window.sayPurpose(window.page());
        return window.path();
    }

    /** What the statement will be about. */
    private void enterCompany(Window window, String harbour) {
        window.open(demo.address() + harbour + "/entities/new");
        window.choose("schema", "Company");
        window.press("Choose kind");
        window.fill("p-name", EntitySteps.OWNER);
        window.fill("sourceTitle", "Register of companies, extract");
        window.choose("sourceKind", "register");
        window.fill("sourcePublisher", "Office of the register");
        window.press("Enter entity");
        assertThat(window.page().locator("h1")).hasText(EntitySteps.OWNER);
    }

    /** The page of the ingestion follows the reading by itself, until nothing is left. */
    private void upload(Window window, String harbour) {
        upload(window, harbour, WalkFiles.mailbox(), "Mailbox of the works department");
        // The mailbox and the three mails in it.
        assertThat(window.page().locator("main table[data-rows] tbody tr")).hasCount(4);
        assertThat(window.page().locator("main table[data-rows]")).not().containsText("Waiting");
    }

    private void upload(Window window, String harbour, FilePayload file, String title) {
        window.open(demo.address() + harbour + "/documents");
        window.page().locator("#f-files").setInputFiles(new FilePayload[] {file});
        window.fill("title", title);
        window.press("Add to the case");
        window.page().waitForURL(Pattern.compile(".*/ingestions/[0-9a-f-]{36}$"));
        assertThat(window.page().locator("[hx-get$='/progress']"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(READING_MS));
        window.page().reload();
    }

    private void openThread(Window window, String harbour) {
        window.open(demo.address() + harbour + "/mail");
        window.fill("subject", "third survey");
        window.press("Narrow the list");
        window.page().locator("main tbody a.doc-name").first().click();
        assertThat(window.page().locator(".doc-thread__one")).hasCount(2);
        assertThat(window.page().locator(".doc-thread__one").last()).containsText(QUOTE);
        window.look("mailbox-thread");
    }

    /** Searches, narrows by a facet, and opens the document at the hit. */
    private void find(Window window, String harbour) {
        Deadline.require(Duration.ofMinutes(1), "the mail found", () -> {
            window.open(demo.address() + harbour + "/search?q=%22mole+survey%22");
            return window.page().locator(".pl-hit").count() > 0;
        });
        window.page().locator(".pl-narrow__box a").first().click();
        assertThat(window.page().locator(".pl-token")).hasCount(1);
        Locator hit = window.page().locator(".pl-hit__title");
        assertThat(hit).hasCount(1);
        window.open(demo.address() + hit.getAttribute("href"));
        assertThat(window.page().locator(".doc-text mark.is-on").first()).hasText("mole survey");
    }

    /** The hit's sentence is selected by three clicks, and becomes what a statement rests on. */
    private void stateFromSelection(Window window) {
        Locator text = window.page().locator(".doc-text");
        Locator go = window.page().locator("[data-passage-go]");
        assertThat(go).hasText("Make a statement");
        text.locator("mark.is-on").first().click(new Locator.ClickOptions().setClickCount(3));
        assertThat(go).hasText("Make a statement of the selection");
        assertThat(window.page().locator("[data-passage-quote]")).hasText(QUOTE);
        window.look("mailbox-selected");
        String body = text.textContent();
        go.click();

        assertThat(window.page().locator("blockquote")).hasText(QUOTE);
        window.look("mailbox-quote");
        window.chooseNamed("entity", EntitySteps.OWNER);
        window.press("Go on");
        assertThat(window.page().locator("#f-value")).hasValue(QUOTE);
        assertThat(window.page().locator("#f-locator")).hasValue(body.indexOf(QUOTE) + "+" + QUOTE.length());
        window.choose("property", "summary");
        window.press("Add statement");
        assertThat(window.page().locator("main")).containsText(QUOTE);
    }

    private void saveSearch(Window window, String harbour) {
        window.open(demo.address() + harbour + "/search?q=%22mole+survey%22");
        window.page().locator("a[href*='/saved-searches']").click();
        window.fill("name", "The survey of the mole");
        window.press("Save");
        assertThat(window.page().locator("main tbody tr")).hasCount(1);
        window.look("mailbox-saved");
    }

    private void askToBeTold(Window window) {
        window.page().locator("main tbody a[href$='/alert']").click();
        window.page().locator("input[name=about][value=matter]").check();
        window.look("mailbox-alert-form");
        window.press("Tell me of new material");
        assertThat(window.page().locator("main")).containsText("Looking");
    }

    /** Something new comes in; the first page says so, and leads there. */
    private void beTold(Window window, String harbour) {
        upload(window, harbour, WalkFiles.receipt(), "Receipts");
        Locator notice = window.page().locator("section[aria-labelledby=h-notices] a");
        Deadline.require(Duration.ofMinutes(1), "the alert", () -> {
            window.open(demo.address() + "/");
            if (notice.count() == 0) {
                return false;
            }
            window.open(demo.address() + notice.first().getAttribute("href"));
            return window.page()
                            .locator(".pl-hit__title")
                            .filter(named("receipt"))
                            .count()
                    == 1;
        });
        window.look("mailbox-told");
        window.press("Seen");
        assertThat(window.page().locator("main")).containsText("Nothing new since");
        window.open(demo.address() + "/");
        assertThat(notice).hasCount(0);
    }

    private static Locator.FilterOptions named(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
