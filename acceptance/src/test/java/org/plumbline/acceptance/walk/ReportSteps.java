package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** From a template to DOCX and PDF. */
final class ReportSteps {
    private static final double ISSUING_MS = 120_000;
    private static final String TITLE = "Two surveys of the breakwater";

    private final Window window;

    ReportSteps(Window window) {
        this.window = window;
    }

    void issue() throws IOException, InterruptedException {
        start();
        chooseStatements();
        window.page().locator("input[name^='chart.']").first().check();
        window.fill("introduction", "This report sets two surveys of one breakwater side by side.");
        window.press("Save draft");
        window.follow("Preview");
        assertThat(window.page().locator("article")).containsText("Register of companies");
        assertThat(window.page().locator("article img.rep-picture")).isVisible();
        window.look("report-preview");
        window.follow("Back to the draft");
        window.press("Issue DOCX and PDF");
        assertThat(file("DOCX")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ISSUING_MS));
        assertThat(file("PDF")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ISSUING_MS));
        window.look("report-issued");
        readDocx(download("DOCX"));
        readPdf(download("PDF"));
        window.tab("/reports");
        window.look("reports");
    }

    private void start() {
        window.tab("/reports");
        window.look("reports-empty");
        window.follow("New report");
        window.look("report-new");
        window.page().locator("input[name=template][value=interim-report]").check();
        window.fill("title", TITLE);
        window.press("Start the draft");
        window.look("report-draft");
    }

    private void chooseStatements() {
        window.follow("Choose statements");
        window.look("report-statements");
        for (Locator choice : window.page().locator("input[name^='add.']").all()) {
            choice.check();
        }
        window.press("Add to the report");
        if (!window.page().url().matches(".*/reports/[0-9a-f-]{36}$")) {
            window.follow("Back to the draft");
        }
        assertThat(window.page().locator("#f-statements tbody tr").first()).isVisible();
        window.look("report-chosen");
    }

    private Locator file(String format) {
        return window.page()
                .locator("#files a[download]")
                .filter(new Locator.FilterOptions().setHasText(format))
                .first();
    }

    private Path download(String format) {
        Download download = window.page().waitForDownload(() -> file(format).click());
        assertThat(download.suggestedFilename()).endsWith(format.toLowerCase(java.util.Locale.ROOT));
        return download.path();
    }

    private static void readDocx(Path file) throws IOException {
        try (var docx = new ZipFile(file.toFile())) {
            String text;
            try (var in = docx.getInputStream(docx.getEntry("word/document.xml"))) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            assertThat(text).contains(TITLE, "side by side", EntitySteps.SURVEYOR, "<w:drawing");
            assertThat(docx.stream().map(java.util.zip.ZipEntry::getName)).anyMatch(name -> name.endsWith(".png"));
        }
    }

    private static void readPdf(Path file) throws IOException, InterruptedException {
        Process reading = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
                .redirectErrorStream(true)
                .start();
        String text = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).as(text).isZero();
        assertThat(text).contains(TITLE, "side by side", EntitySteps.SURVEYOR, "Register of companies");
    }
}
