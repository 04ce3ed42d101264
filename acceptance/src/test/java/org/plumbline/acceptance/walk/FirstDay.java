package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first day of a new installation: the first administrator, the first investigator, the first case. */
public final class FirstDay implements AutoCloseable {
    public static final String PURPOSE = "Reconciling two surveys of the breakwater";

    private static final String TITLE = "Breakwater";
    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d{4}");
    private static final Pattern TOKEN = Pattern.compile("plt_[\\w-]+");

    private final String address;
    private final Window administrator = new Window();
    private final Window investigator = new Window();
    private String path = "";

    /** @param address of the server, without a slash at its end */
    public FirstDay(String address) {
        this.address = address;
    }

    /**
     * Follows the first link, confirms the role of an investigator, and opens a case as them.
     *
     * @param enrol makes the link of an investigator of this name
     */
    public void begin(String first, UnaryOperator<String> enrol) {
        enter(administrator, first);
        String link = enrol.apply("Rhea Lindqvist");
        administrator.open(address + "/confirmations");
        assertThat(administrator.page().locator("main")).containsText("Rhea Lindqvist");
        administrator.pressAndConfirm("Confirm");
        assertThat(administrator.page().locator("form[action$='/confirm']")).hasCount(0);
        enter(investigator, link);
        openCase();
    }

    /** The case's number, as its page shows it. */
    public String number() {
        String shown = investigator.page().locator("main").textContent();
        Matcher number = NUMBER.matcher(shown);
        if (!number.find()) {
            throw new IllegalStateException("The page of the case shows no number: " + shown);
        }
        return number.group();
    }

    /** A token of the investigator's own, which may write. */
    public String token() {
        investigator.open(address + "/account");
        investigator.fill("name", "Scanner");
        investigator.page().locator("#f-scope input[value=write]").check();
        investigator.press("Make a token");
        var shown = investigator.page().locator("main");
        assertThat(shown).containsText("plt_");
        Matcher token = TOKEN.matcher(shown.textContent());
        if (!token.find()) {
            throw new IllegalStateException("No token is shown");
        }
        return token.group();
    }

    /** Opens the case again, still signed in. */
    public void lookAgain() {
        investigator.open(address + path);
        assertThat(investigator.page().locator("h1")).containsText(TITLE);
    }

    /** What the browsers complained of. */
    public List<String> complaints() {
        var all = new ArrayList<>(administrator.complaints());
        all.addAll(investigator.complaints());
        return all;
    }

    @Override
    public void close() {
        administrator.close();
        investigator.close();
    }

    private void enter(Window window, String link) {
        window.open(link);
        window.press("Sign in");
        assertThat(window.page().locator("main")).containsText("You can't come back yet");
    }

    private void openCase() {
        investigator.open(address + "/cases/new");
        investigator.fill("title", TITLE);
        investigator.choose("type", "procurement");
        investigator.fill("question", "Who ordered the second survey of the breakwater?");
        investigator.fill("legal_basis", "Inspection Act, section 12");
        investigator.fill("reference", "IO-2031/204");
        investigator.fill("purpose", PURPOSE);
        investigator.fill(
                "valid_until", LocalDate.now(ZoneOffset.UTC).plusDays(60).toString());
        investigator.press("Open a case");
        assertThat(investigator.page().locator("h1")).containsText(TITLE);
        path = investigator.path();
    }
}
