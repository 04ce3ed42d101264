package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Protecting a case: a compartment, a hold, who can see what, and break-glass. */
final class ProtectionSteps {
    private final Window window;
    private final String address;

    ProtectionSteps(Window window, String address) {
        this.window = window;
        this.address = address;
    }

    /** Makes a compartment of the case at this path, works in it, and comes back. */
    void keepApart(String path) {
        window.open(address + path + "/protection");
        window.look("protection-empty");
        window.press("Make a compartment");
        assertThat(window.page().locator("#f-name-error")).isVisible();
        window.look("protection-refused");
        window.fill("name", "Source handling");
        window.fill("reason", "Two people spoke in confidence");
        window.press("Make a compartment");
        window.fill("authority", "District court 7 X 12");
        window.fill("why", "Proceedings were announced");
        window.press("Place a hold");
        assertThat(window.page().locator("main")).containsText("Proceedings were announced");
        window.look("protection");
        window.page().navigate(address + path + "/purpose");
        window.look("enter");
        window.page().getByLabel("Source handling").check();
        window.press("Open the case");
        window.open(address + path + "/protection");
        assertThat(window.page().locator("main")).containsText("You work in the compartment Source handling");
        assertThat(window.page().locator(".pl-purpose")).containsText("Source handling");
        window.look("protection-inside");
        window.page().navigate(address + path + "/purpose");
        window.page().getByLabel("At case level").check();
        window.press("Open the case");
    }

    /** From the foot of a page to who can see what it shows, and from a refusal to why. */
    void explain(String path) {
        window.open(address + path);
        window.follow("Who can see this, and why?");
        window.look("explain-shown");
        window.page().locator("main ul a").first().click();
        assertThat(window.page().locator("main")).containsText("Nobody else sees it");
        window.look("who");
        window.open(address + "/cases/01980000-0000-7000-8000-000000000000");
        window.follow("Why can't I see this?");
        window.look("explain-refused");
        window.open(address + "/break-glass");
        window.fill("case_number", "1999-0001");
        window.fill("reason", "The slipway is cleared tonight");
        window.press("Break the glass");
        assertThat(window.page().locator("#f-case_number-error")).isVisible();
        window.look("break-glass-refused");
    }
}
