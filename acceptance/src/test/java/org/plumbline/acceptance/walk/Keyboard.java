package org.plumbline.acceptance.walk;

import com.microsoft.playwright.Page;

/** Somebody without a mouse, who goes from one thing to the next with Tab. */
final class Keyboard {
    /** More than any page of a case has to stop at. */
    private static final int STOPS = 150;

    private static final String AT = "selector => document.activeElement?.matches(selector) ?? false";

    private final Page page;
    private int arrived;

    Keyboard(Page page) {
        this.page = page;
        page.onFrameNavigated(frame -> arrived++);
    }

    /** Goes on to a field and types. */
    void type(String field, String text) {
        to(field);
        page.keyboard().type(text);
    }

    /** Goes on to a link or button that leads to another page, and presses Enter. */
    void enter(String thing) {
        int before = arrived;
        press(thing);
        page.waitForCondition(() -> arrived > before);
        page.waitForLoadState();
    }

    /** Goes on to a link or button of this page, and presses Enter. */
    void press(String thing) {
        to(thing);
        page.keyboard().press("Enter");
    }

    private void to(String thing) {
        for (int stops = 0; stops < STOPS; stops++) {
            if (Boolean.TRUE.equals(page.evaluate(AT, thing))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Nobody comes by Tab to " + thing + " on " + page.url());
    }
}
