package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTest {
    private final java.nio.file.Path folder = Scratch.folder("walk");
    private Installation demo;

    @BeforeAll
    void start() {
        demo = Installation.demo(folder);
    }

    @AfterAll
    void end() {
        demo.close();
        Scratch.delete(folder);
    }

    @Test
    void thoseWithoutContentSeeTheirOwnPagesAndNoCase() {
        try (var window = new Window()) {
            window.open(demo.address() + "/");
            window.look("sign-in");
            window.open(demo.printed().link("overseer"));
            window.look("home-overseer");
            window.open(demo.address() + "/oversight");
            window.look("oversight");
            window.open(demo.address() + "/cases");
            assertThat(window.page().locator("main")).not().containsText("Harbour");
            window.open(demo.printed().link("administrator"));
            window.open(demo.address() + "/admin");
            window.look("members");

            held(window);
        }
    }

    private static void held(Window window) {
        assertThat(window.findings()).as("of axe, and of pages too wide").isEmpty();
        assertThat(window.complaints()).as("of the browser").isEmpty();
        assertThat(window.shown()).doesNotHaveDuplicates();
    }
}
