package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.plumbline.acceptance.Deadline;

/** Adding files to a case, their ledger, and reading what came of them. */
final class DocumentSteps {
    private static final Duration READING = Duration.ofMinutes(2);

    private final Window window;

    DocumentSteps(Window window) {
        this.window = window;
    }

    /** Hands in a note, a table and an empty file, and waits for the final state of each. */
    void ingest() {
        window.tab("/documents");
        window.look("documents-empty");
        window.page().locator("#f-files").setInputFiles(new FilePayload[] {
            file("survey-note.txt", "text/plain", "The second survey of the breakwater was never ordered.\n"),
            file("payments.csv", "text/csv", "date,payee,amount\n2031-02-11,Breakwater Surveys Ltd,48200.00\n"),
            file("blank.txt", "text/plain", "")
        });
        window.fill("title", "Papers of the archive");
        window.press("Add to the case");
        window.page().waitForURL(Pattern.compile(".*/ingestions/[0-9a-f-]{36}$"));
        Deadline.require(READING, "three final states in the ledger", () -> {
            window.page().reload();
            return !window.page()
                    .locator("main table[data-rows]")
                    .textContent()
                    .matches("(?s).*(Waiting|Being read).*");
        });
        assertThat(row("survey-note.txt")).containsText("Read");
        assertThat(row("payments.csv")).containsText("Read");
        assertThat(row("blank.txt")).containsText("Empty");
        window.look("ledger");
    }

    void read() {
        window.tab("/documents");
        window.look("documents");
        window.page()
                .locator("main table[data-rows] a")
                .filter(named("survey-note.txt"))
                .first()
                .click();
        assertThat(window.page().locator("main")).containsText("was never ordered");
        window.look("document");
        window.tab("/exhibits");
        window.look("exhibits");
        window.page()
                .locator("main table[data-rows] a")
                .filter(named("payments.csv"))
                .first()
                .click();
        window.look("exhibit");
    }

    private Locator row(String name) {
        return window.page().locator("main table[data-rows] tbody tr").filter(named(name));
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    private static FilePayload file(String name, String type, String content) {
        return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
    }
}
