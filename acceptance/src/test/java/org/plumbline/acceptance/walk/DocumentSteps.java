package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
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

    /** Hands in files of many kinds, and waits for the final state of each. */
    void ingest() {
        window.tab("/documents");
        window.look("documents-empty");
        window.page().locator("#f-files").setInputFiles(new FilePayload[] {
            WalkFiles.note(),
            WalkFiles.payments(),
            WalkFiles.empty(),
            WalkFiles.lying(),
            WalkFiles.order(),
            WalkFiles.mail(),
            WalkFiles.zip("surveys.zip", "second.txt")
        });
        window.fill("title", "Papers of the archive");
        window.press("Add to the case");
        window.page().waitForURL(Pattern.compile(".*/ingestions/[0-9a-f-]{36}$"));
        finished();
        assertThat(row("survey-note.txt")).containsText("Read");
        assertThat(row("payments.csv")).containsText("Read");
        assertThat(row("blank.txt")).containsText("Empty");
        assertThat(row("quay.png")).containsText("Read");
        assertThat(row("survey-order.pdf")).containsText("Read");
        assertThat(row("invoice.txt")).containsText("Read");
        assertThat(row("second.txt")).containsText("Read");
        window.look("ledger");
        window.page().locator(".pl-strip a").filter(named("Empty")).first().click();
        assertThat(window.page().locator("main table[data-rows] tbody tr")).hasCount(1);
        window.look("ledger-narrowed");
    }

    /** The documents, one by one; the exhibits they came from. */
    void read() {
        window.tab("/documents");
        window.look("documents");
        document("survey-note.txt");
        assertThat(window.page().locator(".doc-text")).containsText("was never ordered");
        window.look("document-text");
        document("payments.csv");
        assertThat(window.page().locator(".doc-sheet")).containsText("Breakwater Surveys Ltd");
        window.look("document-table");
        document("quay.png");
        assertThat(window.page().locator("main")).containsText("The name claims image/png; the content is text/plain");
        window.look("document-lying");
        document("Second survey");
        assertThat(window.page().locator("main")).containsText("surveyor@breakwater.example");
        window.look("document-mail");
        window.follow("invoice.txt");
        assertThat(window.page().locator(".doc-text")).containsText("Invoice 7");
        window.look("document-attached");
        document("survey-order.pdf");
        hasInk();
        window.page().locator("#page-later").click();
        assertThat(window.page().locator(".doc-pages [role='status']")).containsText("2");
        hasInk();
        window.look("document-pdf");
    }

    void readExhibits() {
        window.tab("/exhibits");
        window.look("exhibits");
        window.page()
                .locator("main table[data-rows] a")
                .filter(named("payments.csv"))
                .first()
                .click();
        assertThat(window.page().locator("#h-derived")).isVisible();
        window.look("exhibit");
    }

    /** The page of the PDF is drawn: not all of it is paper. */
    void hasInk() {
        assertThat(window.page().locator("img.doc-page")).isVisible();
        Deadline.require(Duration.ofSeconds(20), "ink on the drawn page", () ->
                (Boolean) window.page().evaluate("""
                    () => {
                      const image = document.querySelector('img.doc-page');
                      if (!image || !image.complete || !image.naturalWidth) return false;
                      const page = document.createElement('canvas');
                      page.width = image.naturalWidth;
                      page.height = image.naturalHeight;
                      page.getContext('2d').drawImage(image, 0, 0);
                      const dots = page.getContext('2d').getImageData(0, 0, page.width, page.height).data;
                      let ink = 0;
                      for (let i = 0; i < dots.length; i += 4) if (dots[i] + dots[i + 1] + dots[i + 2] < 300) ink++;
                      return ink > 200;
                    }"""));
    }

    private void finished() {
        Deadline.require(READING, "a final state of every item in the ledger", () -> {
            window.page().reload();
            return !window.page()
                    .locator("main table[data-rows]")
                    .textContent()
                    .matches("(?s).*(Waiting|Being read).*");
        });
    }

    private void document(String title) {
        window.tab("/documents");
        window.page()
                .locator("main table[data-rows] a.doc-name")
                .filter(named(title))
                .first()
                .click();
    }

    private Locator row(String name) {
        return window.page().locator("main table[data-rows] tbody tr").filter(named(name));
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }
}
