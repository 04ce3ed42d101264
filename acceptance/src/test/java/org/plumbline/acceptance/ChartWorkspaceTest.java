package org.plumbline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The chart in a real browser, under the strict policy, against answers from memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartWorkspaceTest {
    private static final double PATIENCE = 60_000;
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Playwright playwright;
    private Browser browser;
    private ChartStand stand;
    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    void launch() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
    }

    @BeforeEach
    void open() throws IOException {
        stand = new ChartStand();
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 1000));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(stand.address() + "/");
        assertThat(page.locator("[data-chart]")).hasAttribute("data-opened", "true");
    }

    @AfterEach
    void shut() {
        context.close();
        stand.close();
        complaints.clear();
    }

    @AfterAll
    void quit() {
        browser.close();
        playwright.close();
    }

    @Test
    void chartOpensUnderTheStrictPolicyWithoutAComplaint() {
        said("[data-chart-counts]", "12 entities, 13 links");

        assertThat(complaints).isEmpty();
        assertThat(stand.requests).first().isEqualTo("GET /chart/data");
        assertThat(stand.saved).as("places that no person chose").isEmpty();
    }

    @Test
    void expandingAddsOnlyWhatIsNewAndUndoTakesItAway() {
        choose("Tern & Lark Cranes Ltd");
        page.locator("[data-act=expand]").click();
        page.locator("[data-chart-expand] input[value=ownership]").check();
        page.locator("[data-chart-expand] [name=from]").fill("2029-01-01");
        page.locator("[data-chart-expand] [type=submit]").click();

        said("[data-chart-counts]", "14 entities, 15 links");
        said("[data-chart-announce]", "Not added: 3");
        assertThat(stand.requests)
                .anyMatch(one -> one.startsWith("GET /chart/expand?")
                        && one.contains("type=ownership")
                        && one.contains("from=2029-01-01"));
        page.locator("[data-act=undo]").click();
        said("[data-chart-counts]", "12 entities, 13 links");
        page.keyboard().press("Control+y");
        said("[data-chart-counts]", "14 entities, 15 links");
    }

    @Test
    void suggestionIsAddedByKeyboardAlone() {
        page.locator("[data-chart-add]").pressSequentially("peli");
        assertThat(page.locator("[data-chart-suggestions] [role=option]")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        said("[data-chart-counts]", "14 entities");
        assertThat(stand.requests).anyMatch(one -> one.contains("limit=0"));
    }

    @Test
    void pinnedEntityStaysWhereItIsWhenTheChartIsArranged() {
        choose("Quay Nine Holding");
        page.locator("[data-act=pin]").click();
        assertThat(page.locator("[data-act=pin]")).hasAttribute("aria-pressed", "true");
        saved("\"pinned\":true");
        var before = place("holding");

        page.locator("summary").first().click();
        page.locator("[data-arrange=grid]").click();
        said("[data-chart-announce]", "Arranged");
        said("[data-chart-saved]", "Saved");

        assertThat(place("holding")).isEqualTo(before);
    }

    @Test
    void removedEntityLeavesChartAndLayoutButComesBackByUndo() {
        choose("Barge Heron");
        page.locator("[data-act=remove]").click();

        said("[data-chart-counts]", "11 entities, 12 links");
        page.locator("[data-chart-canvas]").focus();
        page.keyboard().press("u");
        said("[data-chart-counts]", "12 entities, 13 links");
    }

    @Test
    void changeTakenBackBeforeItWasSavedIsNoLongerWaitedFor() {
        choose("Barge Heron");
        page.locator("[data-act=pin]").click();
        said("[data-chart-saved]", "Saved");
        int before = stand.saved.size();

        page.locator("[data-act=remove]").click();
        page.locator("[data-act=undo]").click();

        said("[data-chart-saved]", "Saved");
        assertThat(stand.saved).hasSize(before);
    }

    @Test
    void newerVersionIsNeverOverwrittenAndOwnArrangementIsOneUndoAway() {
        choose("Barge Heron");
        stand.version = 40;
        page.locator("[data-act=hide]").click();

        assertThat(page.locator("[data-chart-conflict]")).containsText("Ines Holm");
        said("[data-chart-counts]", "11 entities");
        assertThat(stand.version).isEqualTo(40);
        page.locator("[data-conflict=theirs]").click();
        said("[data-chart-counts]", "12 entities, 13 links");
        page.locator("[data-act=undo]").click();
        said("[data-chart-counts]", "11 entities");
        saved("\"hidden\":true");
    }

    @Test
    void conflictingArrangementCanBeKeptAsACopy() {
        choose("Barge Heron");
        stand.version = 40;
        page.locator("[data-act=pin]").click();
        page.locator("[data-conflict=copy]").click();

        page.waitForURL("**/?copy=true");
        assertThat(stand.requests).contains("POST /chart/copy");
    }

    @Test
    void drawingIsExportedAsTextAfterTheServerRecordedIt() throws IOException {
        var drawing = export("svg");

        assertThat(Files.readString(drawing.path()))
                .startsWith("<?xml")
                .contains(">Orla Venn</text>", "stroke-dasharray=\"7 5\"", "Case 2031-0007")
                .doesNotContain("var(--");
        assertThat(stand.requests).contains("POST /chart/export");
        assertThat(Files.size(export("png").path())).isGreaterThan(10_000);
    }

    @Test
    void exportThatCannotBeRecordedMakesNoFile() {
        stand.exportFails = true;
        page.locator("summary").nth(1).click();
        page.locator("[data-export=svg]").click();

        said("[data-chart-announce]", "Not exported");
    }

    @Test
    void tableHoldsTheSameChartAndWorksByKeyboard() {
        page.locator("[data-view=table]").click();
        var rows = page.locator("[data-rows=nodes] tr");
        assertThat(rows).hasCount(12);
        assertThat(page.locator("[data-rows=links] tr")).hasCount(13);

        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(rows.first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-chart-details]")).containsText("Sources disagree");
    }

    @Test
    void typeOfLinkCanBeFilteredAway() {
        page.locator("[name=type][value=ownership]").uncheck();
        said("[data-chart-counts]", "9 links");
        page.locator("[data-chart-undated]").uncheck();
        said("[data-chart-counts]", "7 links");
        page.locator("[data-chart-reset]").click();
        said("[data-chart-counts]", "12 entities, 13 links");
    }

    @Test
    void axeFindsNothingSeriousInEitherThemeOrView() {
        choose("Tern & Lark Cranes Ltd");
        assertThat(serious()).isEmpty();
        page.locator("[data-view=table]").click();
        assertThat(serious()).isEmpty();
        page.navigate(stand.address() + "/?dark");
        said("[data-chart-saved]", "");
        assertThat(page.locator("[data-chart][data-ready]")).isVisible();
        assertThat(serious()).isEmpty();
    }

    @Test
    void withoutScriptsTheTablesAreThePage() {
        try (var plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var read = plain.newPage();
            read.navigate(stand.address() + "/");

            assertThat(read.locator("[data-rows=nodes] tr")).hasCount(12);
            assertThat(read.locator("[data-rows=links]")).containsText("Probably advised");
            assertThat(read.locator("[data-chart-tables]")).isVisible();
            assertThat(read.locator("[data-chart-canvas]")).isHidden();
        }
    }

    /** Chooses an entity through the table, then comes back to the drawing. */
    private void choose(String name) {
        page.locator("[data-view=table]").click();
        row(name).locator("[data-pick]").check();
        page.locator("[data-view=chart]").click();
        assertThat(page.locator("[data-chart-details] h3")).isVisible();
    }

    private Locator row(String name) {
        return page.locator("[data-rows=nodes] tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Download export(String format) {
        page.locator("summary").nth(1).click();
        return page.waitForDownload(
                () -> page.locator("[data-export=" + format + "]").click());
    }

    private void said(String selector, String text) {
        assertThat(page.locator(selector))
                .containsText(
                        text,
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(PATIENCE));
    }

    /** Waits until the server holds a layout that says this. */
    private void saved(String text) {
        page.waitForCondition(
                () -> !stand.saved.isEmpty() && stand.saved.getLast().contains(text));
    }

    private String place(String name) {
        var layout = stand.saved.getLast();
        int from = layout.indexOf(ChartWorld.id(name));
        return layout.substring(from, layout.indexOf("pinned", from));
    }

    private List<String> serious() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }
}
