package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** Entering two companies and what links them, a contradiction, and taking a statement back. */
final class EntitySteps {
    static final String SURVEYOR = "Breakwater Surveys Ltd";
    static final String OWNER = "Longshore Dredging Ltd";

    private static final String REGISTER = "Register of companies, extract";

    private final Window window;

    EntitySteps(Window window) {
        this.window = window;
    }

    void enter() {
        window.tab("/entities");
        window.look("entities-empty");
        surveyor();
        contradiction();
        retraction();
        owner();
        ownership();
        lists();
    }

    private void surveyor() {
        blank("Company");
        window.press("Enter entity");
        assertThat(window.page().locator("#f-sourceTitle-error")).isVisible();
        window.look("entity-new-refused");
        window.fill("p-name", SURVEYOR);
        window.fill("sourceTitle", REGISTER);
        window.choose("sourceKind", "register");
        window.fill("sourcePublisher", "Office of the register");
        window.fill("sourcePublished", "2025-11");
        window.choose("locatorKind", "row");
        window.fill("locator", "17");
        window.choose("sourceGrade", "A");
        window.choose("informationGrade", "2");
        window.look("entity-new");
        window.press("Enter entity");
        assertThat(window.page().locator("h1")).hasText(SURVEYOR);
        window.look("entity");
    }

    /** Two sources give two dates; both stay, side by side. */
    private void contradiction() {
        state("incorporationDate", "2019-03-01", "");
        state("incorporationDate", "2021-03-01", "Letter of the surveyor");
        assertThat(window.page().locator(".pl-conflict")).containsText("2021");
        assertThat(window.page().locator(".pl-conflict")).containsText("2019");
        window.look("entity-conflict");
    }

    private void retraction() {
        window.page()
                .locator(".pl-conflict .pl-conflict__side")
                .filter(new Locator.FilterOptions().setHasText("2021"))
                .locator("a.pl-soft")
                .click();
        window.look("statement");
        window.press("Retract statement");
        assertThat(window.page().locator("#f-reason-error")).isVisible();
        window.look("statement-retract-refused");
        window.fill("reason", "The letter speaks of another company");
        window.press("Retract statement");
        assertThat(window.page().locator("main")).containsText("The letter speaks of another company");
        assertThat(window.page().locator(".pl-conflict")).hasCount(0);
        assertThat(window.page().locator("#h-retracted")).isVisible();
        window.look("entity-retracted");
    }

    private void owner() {
        blank("Company");
        window.fill("p-name", OWNER);
        fromRegister();
        window.press("Enter entity");
        assertThat(window.page().locator("h1")).hasText(OWNER);
    }

    private void ownership() {
        blank("Ownership");
        window.chooseNamed("p-owner", OWNER);
        window.chooseNamed("p-asset", SURVEYOR);
        fromRegister();
        window.look("entity-new-link");
        window.press("Enter entity");
        window.tab("/entities");
        window.follow(SURVEYOR);
        assertThat(window.page().locator("#links, [aria-labelledby=h-links]").first())
                .containsText(OWNER);
        assertThat(window.page().locator(".pl-who")).containsText(OWNER);
        window.look("entity-linked");
    }

    private void lists() {
        window.tab("/entities");
        assertThat(window.page().locator("main table tbody tr")).hasCount(2);
        window.look("entities");
        window.open(window.page().url().replace("/entities", "/sources"));
        window.look("sources");
        window.follow(REGISTER);
        window.look("source");
        window.open(window.page().url().replaceAll("/sources/.*", "/collections"));
        window.look("collections-empty");
    }

    private void blank(String schema) {
        window.tab("/entities");
        window.follow("New entity");
        window.choose("schema", schema);
        window.press("Choose kind");
    }

    private void state(String property, String value, String newSource) {
        window.follow("Add statement");
        window.choose("property", property);
        window.fill("value", value);
        if (newSource.isEmpty()) {
            fromRegister();
            window.look("statement-new");
        } else {
            window.fill("sourceTitle", newSource);
            window.choose("sourceKind", "other");
            window.fill("sourcePublisher", SURVEYOR);
        }
        window.press("Add statement");
        assertThat(window.page().locator("h1")).hasText(SURVEYOR);
    }

    private void fromRegister() {
        window.chooseNamed("source", REGISTER);
    }
}
