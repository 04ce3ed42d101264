package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Opening a case and working in it: journal, tasks, subjects, team, trail. */
final class CaseSteps {
    static final String PURPOSE = "Reconciling two surveys of the breakwater";

    private final Window window;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    CaseSteps(Window window) {
        this.window = window;
    }

    /** From the first page to a case of one's own; its path is the answer. */
    String open(String title) {
        window.look("home");
        window.page().locator("nav a[href='/cases']").first().click();
        window.look("cases");
        searchCases();
        window.follow("Open a case");
        window.look("case-new");
        window.fill("title", "");
        window.press("Open a case");
        assertThat(window.page().locator("#f-title-error")).isVisible();
        assertThat(window.page().locator("#f-purpose-error")).isVisible();
        window.look("case-new-refused");
        window.fill("title", title);
        window.choose("type", "procurement");
        window.fill("question", "Who ordered the second survey of the breakwater?");
        window.fill("legal_basis", "Inspection Act, section 12");
        window.fill("reference", "IO-2031/204");
        window.fill("purpose", PURPOSE);
        window.fill("valid_until", today.plusDays(60).toString());
        window.press("Open a case");
        assertThat(window.page().locator("h1")).containsText(title);
        window.look("case-empty");
        return window.path();
    }

    /** Writes a draft, signs it off, and corrects it by a further entry. */
    void keepJournal() {
        window.tab("/journal");
        window.look("journal-empty");
        window.follow("Write entry");
        window.fill("heading", "Two surveys, one breakwater");
        window.fill("happened", "2026-03-02");
        window.fill("body", "The register shows one order. The archive holds two surveys, nine weeks apart.");
        window.look("journal-write");
        window.press("Save as draft");
        window.look("journal-draft");
        window.pressAndConfirm("Sign off");
        assertThat(window.page().locator("form[action$='/sign-off']")).hasCount(0);
        window.look("journal-signed");
        window.follow("Correct");
        assertThat(window.page().locator("main")).containsText("nine weeks apart");
        window.fill("heading", "Two surveys, ten weeks apart");
        window.fill("body", "The second survey is dated one week later than the first entry says.");
        window.look("journal-correct");
        window.press("Save as draft");
        window.pressAndConfirm("Sign off");
        assertThat(window.page().locator("main")).containsText("corrects an earlier entry");
        window.tab("/journal");
        assertThat(window.page().locator("main")).containsText("nine weeks apart");
        window.look("journal");
    }

    void addTask() {
        window.tab("/tasks");
        window.look("tasks-empty");
        window.fill("title", "Ask the port authority for both survey orders");
        window.fill("due", today.plusDays(5).toString());
        window.press("Add a task");
        assertThat(window.page().locator("main table")).containsText("Ask the port authority");
        window.look("tasks");
        window.follow("Ask the port authority for both survey orders");
        window.look("task");
        window.fill("result", "Asked in writing");
        window.press("Complete");
        assertThat(window.page().locator("main")).containsText("Asked in writing");
    }

    void addSubject() {
        window.tab("/subjects");
        window.look("subjects-empty");
        window.fill("name", "Breakwater Surveys Ltd");
        window.choose("kind", "organisation");
        window.choose("role", "other");
        window.fill("basis", "Named as surveyor on both surveys");
        window.fill("review_due", today.plusDays(180).toString());
        window.press("Add a subject");
        assertThat(window.page().locator("main table")).containsText("Breakwater Surveys Ltd");
        window.look("subjects");
        window.follow("Breakwater Surveys Ltd");
        window.look("subject");
    }

    /** The case with everything in it, its team and its trail. */
    void review(String path) {
        window.tab("/access");
        window.look("case-access");
        window.page().locator(".pl-tabs a[href='" + path + "']").first().click();
        assertThat(window.page().locator("main")).containsText("Two surveys, ten weeks apart");
        window.look("case");
        window.follow("Edit");
        window.look("case-edit");
    }

    /** Each act of the walk stands on the trail, with the purpose it was for. */
    void readTrail(String address, String path) {
        window.open(address + path + "/trail");
        window.look("case-trail");
        // The case is opened before its purpose is in force.
        assertThat(entry(address, path, "Opened the case")).containsText("Done");
        for (String act : new String[] {
            "Signed off a journal entry",
            "Completed a task",
            "Added a subject",
            "Handed in a file",
            "Entered an entity",
            "Retracted a statement",
            "Saved a chart",
            "Issued a report"
        }) {
            assertThat(entry(address, path, act)).containsText(PURPOSE);
        }
    }

    private Locator entry(String address, String path, String act) {
        window.open(address + path + "/trail");
        var rows = window.page().locator("main table[data-rows] tbody tr");
        var found = rows.filter(new Locator.FilterOptions().setHasText(act));
        var next = window.page().locator("main a[rel=next]");
        while (found.count() == 0 && next.count() > 0) {
            next.click();
        }
        return found.first();
    }

    private void searchCases() {
        window.page().locator("main input[name=words]").fill("Harbour");
        window.press("Find");
        assertThat(window.page().locator("main table tbody tr")).hasCount(1);
        window.look("cases-found");
        window.page().locator("main input[name=words]").fill("no such case");
        window.press("Find");
        assertThat(window.page().locator("main table")).hasCount(0);
        window.look("cases-none-found");
        window.page().goBack();
    }
}
