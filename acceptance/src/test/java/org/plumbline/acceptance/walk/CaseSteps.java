package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Opening a case and working in it: journal, tasks, subjects, trail. */
final class CaseSteps {
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
        window.follow("Open a case");
        window.look("case-new");
        window.press("Open a case");
        assertThat(window.page().locator("#f-title-error")).isVisible();
        window.look("case-new-refused");
        window.fill("title", title);
        window.choose("type", "procurement");
        window.fill("question", "Who ordered the second survey of the breakwater?");
        window.fill("legal_basis", "Inspection Act, section 12");
        window.fill("reference", "IO-2031/204");
        window.fill("purpose", "Reconciling two surveys of the breakwater");
        window.fill("valid_until", today.plusDays(60).toString());
        window.press("Open a case");
        assertThat(window.page().locator("h1")).containsText(title);
        window.look("case-empty");
        return path();
    }

    /** Writes a draft and signs it off. */
    void keepJournal() {
        window.tab("/journal");
        window.look("journal-empty");
        window.follow("Write entry");
        window.fill("heading", "Two surveys, one breakwater");
        window.fill("happened", "2031-03-02");
        window.fill("body", "The register shows one order. The archive holds two surveys, nine weeks apart.");
        window.look("journal-write");
        window.press("Save as draft");
        window.look("journal-draft");
        window.pressAndConfirm("Sign off");
        assertThat(window.page().locator("form[action$='/sign-off']")).hasCount(0);
        window.look("journal-signed");
        window.tab("/journal");
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
    }

    /** The case with everything in it, its team and its trail. */
    void review(String path) {
        window.tab("/access");
        window.look("case-access");
        window.tab("/trail");
        assertThat(window.page().locator("main table tbody tr").first()).isVisible();
        window.look("case-trail");
        window.page().locator(".pl-tabs a[href='" + path + "']").first().click();
        assertThat(window.page().locator("main")).containsText("Ask the port authority");
        window.look("case");
    }

    private String path() {
        String url = window.page().url();
        return url.substring(url.indexOf("/cases/"));
    }
}
