package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.plumbline.acceptance.Deadline;

/** Finding what was ingested: everywhere, in the case, and at its place in the document. */
final class SearchSteps {
    private static final Duration INDEXED = Duration.ofMinutes(1);

    private final Window window;
    private final String address;

    SearchSteps(Window window, String address) {
        this.window = window;
        this.address = address;
    }

    void find(String casePath) {
        window.open(address + "/search");
        window.look("search-start");
        Deadline.require(INDEXED, "the note found", () -> {
            window.open(address + "/search?q=%22never+ordered%22");
            return window.page().locator(".pl-hit").count() > 0;
        });
        assertThat(window.page().locator(".pl-hit mark").first()).hasText("never ordered");
        window.look("search");
        window.open(address + "/search?q=%28unclosed");
        assertThat(window.page().locator("#search-fault .pl-find__place mark")).isVisible();
        window.look("search-refused");
        window.open(address + "/search?q=nosuchwordanywhere");
        window.look("search-nothing");
        window.open(address + casePath + "/search?q=survey*");
        window.look("search-case");
        narrow();
        openHit("survey-note.txt", "The second survey");
        window.look("document-at-hit");
    }

    /** The hit is marked in the text, and the page of the PDF with it is drawn beside. */
    void findInPdf(String casePath, DocumentSteps documents) {
        window.open(address + casePath + "/search?q=%22second+survey%22");
        openHit("survey-order.pdf", "Order of the second survey");
        documents.hasInk();
        assertThat(window.page().locator(".doc-pages [role='status']")).containsText("2");
        window.look("document-pdf-at-hit");
    }

    private void narrow() {
        int before = window.page().locator(".pl-hit").count();
        window.page().locator(".pl-narrow__box a").first().click();
        assertThat(window.page().locator(".pl-token")).hasCount(1);
        org.assertj.core.api.Assertions.assertThat(
                        window.page().locator(".pl-hit").count())
                .isBetween(1, before);
        window.look("search-narrowed");
        window.page().goBack();
    }

    private void openHit(String title, String around) {
        String href = window.page()
                .locator(".pl-hit__title")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first()
                .getAttribute("href");
        window.open(address + href);
        assertThat(window.page().locator(".doc-text")).containsText(around);
        assertThat(window.page().locator(".doc-text mark.is-on").first()).isVisible();
    }
}
