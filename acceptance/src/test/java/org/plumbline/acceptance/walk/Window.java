package org.plumbline.acceptance.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A browser window that looks twice: each page shown is read by axe in both themes, kept as pictures, and everything
 * the browser complained of meanwhile is kept too.
 */
final class Window implements AutoCloseable {
    private static final double PATIENCE_MS = 20_000;
    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final Path SHOTS = Path.of("target", "shots");

    private final Chromium chromium;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    Window() {
        this(List.of());
    }

    /** @param flags with which the browser is started besides */
    Window(List<String> flags) {
        chromium = new Chromium(flags);
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, 900)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setTimezoneId("Atlantic/Azores"));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    /** Goes to a page; where its case asks for the purpose first, says the one offered first. */
    void open(String url) {
        page.navigate(url);
        sayPurpose(page);
    }

    /** Says the purpose offered first where the page asks for one; does nothing on any other page. */
    static void sayPurpose(Page page) {
        if (URI.create(page.url()).getPath().matches("/cases/[0-9a-f-]{36}/purpose")) {
            page.locator("main form[action$='/purpose'] button[type=submit]").click();
        }
    }

    /** Looks at the page as it stands now, under this name. */
    void look(String name) {
        shown.add(name);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        view(name, WIDE, ColorScheme.LIGHT, true);
        view(name, WIDE, ColorScheme.DARK, false);
        view(name, NARROW, ColorScheme.LIGHT, false);
        view(name, NARROW, ColorScheme.DARK, true);
        sideways(name);
        page.setViewportSize(WIDE, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Follows a link by its words. */
    void follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    /** Goes to a tab of the case. */
    void tab(String path) {
        page.locator(".pl-tabs a[href$='" + path + "']").first().click();
    }

    void fill(String field, String value) {
        page.locator("#f-" + field).fill(value);
    }

    void choose(String field, String value) {
        page.locator("#f-" + field).selectOption(value);
    }

    /** Chooses the first option whose words begin so. */
    void chooseNamed(String field, String words) {
        String value = page.locator("#f-" + field + " option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .getAttribute("value");
        choose(field, value);
    }

    /** The path of the case or page shown, without the server's name. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Presses a button of the page's content by its words. */
    void press(String words) {
        button(words).click();
    }

    /** Presses a button that asks first, and says yes. */
    void pressAndConfirm(String words) {
        button(words).click();
        page.locator("dialog[data-ask] button[value=yes]").click();
    }

    /** Names under which pages were looked at. */
    List<String> shown() {
        return List.copyOf(shown);
    }

    /** What axe or the eye for width found, by page. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** What the browser complained of: errors of scripts, and what the policy did not let through. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
        chromium.close();
    }

    private Locator button(String words) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    private void view(String name, int width, ColorScheme theme, boolean axe) {
        page.setViewportSize(width, width == WIDE ? 900 : 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        String picture = name + "-" + width + (theme == ColorScheme.DARK ? "-dark" : "-light") + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SHOTS.resolve(picture)).setFullPage(true));
        if (axe) {
            Axe.findings(page).forEach(found -> findings.add(picture + ": " + found));
        }
    }

    /** On a narrow screen a page scrolls down, never sideways. */
    private void sideways(String name) {
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (wide > NARROW) {
            findings.add(name + " is " + wide + " px wide on a screen of " + NARROW);
        }
    }

    private void heard(ConsoleMessage message) {
        boolean ownRefusal =
                message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                        && message.location().startsWith(page.url());
        if (!ownRefusal && List.of("error", "warning").contains(message.type())) {
            complaints.add(page.url() + ": " + message.text());
        }
    }
}
