package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** Drawing a chart: adding, expanding, pinning, undoing. */
final class ChartSteps {
    static final String TITLE = "Who surveyed what";

    private static final double SAVING_MS = 20_000;

    private final Window window;

    ChartSteps(Window window) {
        this.window = window;
    }

    void draw() {
        window.tab("/charts");
        window.look("charts-empty");
        window.fill("title", TITLE);
        window.press("Make the chart");
        assertThat(window.page().locator("[data-chart][data-ready]")).isVisible();
        window.look("chart-empty");
        add();
        expand();
        pin();
        takeBack();
        assertThat(window.page().locator("[data-export=png]")).hasCount(1);
        assertThat(window.page().locator("[data-export=svg]")).hasCount(1);
        window.look("chart");
        window.tab("/charts");
        assertThat(window.page().locator("main table")).containsText(TITLE);
        window.look("charts");
    }

    private void add() {
        window.page().locator("[data-chart-add]").pressSequentially("breakw");
        window.page().locator("[data-chart-suggestions] [role=option]").first().click();
        counts("1 ");
        saved();
    }

    private void expand() {
        choose(EntitySteps.SURVEYOR);
        window.page().locator("[data-act=expand]").click();
        window.page().locator("[data-chart-expand-types] input").first().check();
        window.look("chart-expand");
        window.page().locator("[data-chart-expand] [type=submit]").click();
        counts("2 ");
        saved();
    }

    private void pin() {
        choose(EntitySteps.OWNER);
        window.page().locator("[data-act=pin]").click();
        assertThat(window.page().locator("[data-act=pin]")).hasAttribute("aria-pressed", "true");
        saved();
    }

    /** Removes what was added and brings it back. */
    private void takeBack() {
        window.page().locator("[data-act=remove]").click();
        counts("1 ");
        window.page().locator("[data-act=undo]").click();
        counts("2 ");
        saved();
    }

    /** Chooses an entity through the table, then comes back to the drawing. */
    private void choose(String name) {
        window.page().locator("[data-view=table]").click();
        window.page()
                .locator("[data-rows=nodes] tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("[data-pick]")
                .check();
        window.page().locator("[data-view=chart]").click();
        assertThat(window.page().locator("[data-chart-details] h3")).isVisible();
    }

    private void counts(String entities) {
        assertThat(window.page().locator("[data-chart-counts]")).containsText(entities);
    }

    private void saved() {
        assertThat(window.page().locator("[data-chart-saved]"))
                .containsText("Saved", new LocatorAssertions.ContainsTextOptions().setTimeout(SAVING_MS));
    }
}
