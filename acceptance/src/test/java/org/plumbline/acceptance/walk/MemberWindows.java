package org.plumbline.acceptance.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.acceptance.Installation;

/**
 * Walks pages as one member after the other, on a narrow screen. Each page is asked for by each member; every page a
 * member is shown is read in the longer language, and once in the mirrored one; axe looks at it once in each.
 */
final class MemberWindows implements AutoCloseable {
    private static final int NARROW = 390;
    private static final String STRETCHED = "en-XA";
    private static final String MIRRORED = "ar-XB";
    private static final Set<String> OF_CONTENT = Set.of("investigator", "supervisor", "evidence custodian");

    private final Installation demo;
    private final FilledCase filled;
    private final Untranslated untranslated;
    private final Chromium chromium = new Chromium();
    private final Set<String> seen = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private int looked;

    MemberWindows(Installation demo, FilledCase filled) {
        this.demo = demo;
        this.filled = filled;
        this.untranslated = new Untranslated(filled.said());
    }

    void walk(String member, List<String> patterns) {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(NARROW, 844))) {
            Page page = context.newPage();
            page.navigate(demo.printed().link(member));
            page.navigate(address("/cases/{caseId}"));
            Window.sayPurpose(page);
            var shown = new ArrayList<String>();
            for (String pattern : patterns) {
                int status = context.request().get(address(pattern)).status();
                if (status != expected(member, pattern)) {
                    wrong.add(member + ", " + pattern + " answered " + status);
                }
                boolean isNew = !seen.contains(MIRRORED + " " + sight(status, pattern));
                if (status == 200 || isNew) {
                    shown.add(pattern);
                }
            }
            in(STRETCHED, page, ColorScheme.LIGHT);
            shown.forEach(pattern -> look(page, STRETCHED, member, pattern));
            in(MIRRORED, page, ColorScheme.DARK);
            shown.forEach(pattern -> look(page, MIRRORED, member, pattern));
        }
    }

    /** What is wrong, by member, language and page. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    int looked() {
        return looked;
    }

    @Override
    public void close() {
        chromium.close();
    }

    private void in(String language, Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(demo.address() + "/?locale=" + language);
    }

    private void look(Page page, String language, String member, String pattern) {
        if (language.equals(MIRRORED) && seen.contains(language + " " + sight(200, pattern))) {
            return;
        }
        looked++;
        Response answer = page.navigate(address(pattern));
        String where = member + ", " + language + ", " + pattern + ": ";
        boolean first = seen.add(language + " " + sight(answer.status(), pattern));
        boolean whole = page.locator("main").count() == 1;
        if (whole) {
            shape(page, language).forEach(what -> wrong.add(where + what));
        }
        if (language.equals(STRETCHED)) {
            untranslated.on(page).forEach(text -> wrong.add(where + "not translated: " + text));
        }
        if (whole && first) {
            Axe.findings(page).forEach(what -> wrong.add(where + what));
        }
    }

    private String address(String pattern) {
        return demo.address() + filled.address(pattern);
    }

    /** Every refusal of one kind is one page. */
    private static String sight(int status, String pattern) {
        return status == 200 ? pattern : "refused " + status;
    }

    private static List<String> shape(Page page, String language) {
        var wrong = new ArrayList<String>();
        var seen = (List<?>) page.evaluate("[document.documentElement.scrollWidth, document.dir]");
        if (((Number) seen.get(0)).intValue() > NARROW) {
            wrong.add(seen.get(0) + " px wide");
        }
        String direction = language.equals(MIRRORED) ? "rtl" : "ltr";
        if (!direction.equals(seen.get(1))) {
            wrong.add("direction " + seen.get(1));
        }
        return wrong;
    }

    private static int expected(String member, String pattern) {
        return switch (pattern) {
            case "/storage-places", "/custody", "/x" -> 200;
            case "/storage-places/{placeId}", "/storage-places/{placeId}/tags", "/storage-places/{placeId}/exhibits" ->
                member.equals("partner organisation") ? 404 : 200;
            // What waits to be signed is its signer's alone, in the session that put it together.
            case "/cases/{caseId}/exhibits/{exhibitId}/acts/{draftId}" -> 404;
            case "/stock-takes", "/stock-takes/{stockTakeId}" -> member.equals("evidence custodian") ? 200 : 403;
            case "/", "/account", "/purpose", "/search", "/cases", "/cases/new", "/break-glass" -> 200;
            case "/account/sign-in",
                    "/account/sign-in/proof",
                    "/account/sign-in/password",
                    "/account/sign-in/password/change" -> 200;
            case "/break-glass/{openingId}" -> FilledCase.TOLD.contains(member) ? 200 : 404;
            case "/explain/{ownEntry}" -> member.equals("investigator") ? 200 : 404;
            case "/oversight",
                    "/oversight/entries/{entryId}",
                    "/oversight/seals",
                    "/oversight/erased-cases",
                    "/oversight/person-alerts" -> member.equals("overseer") ? 200 : 403;
            case "/oversight/erasures", "/oversight/checkpoint" ->
                member.equals("overseer") || member.equals("administrator") ? 200 : 403;
            case "/admin",
                    "/admin/settings",
                    "/admin/keys",
                    "/admin/health",
                    "/admin/organisation",
                    "/admin/units",
                    "/admin/units/{unitId}",
                    "/admin/calendar",
                    "/admin/storage",
                    "/admin/versions",
                    "/admin/witnesses",
                    "/admin/sign-in",
                    "/admin/mail",
                    "/admin/jobs" -> member.equals("administrator") ? 200 : 403;
            case "/confirmations" -> member.equals("administrator") || member.equals("overseer") ? 200 : 403;
            default -> pattern.startsWith("/members/") ? onAMember(member) : ofACase(member);
        };
    }

    /** A member of another organisation is absent; but who is no administrator is told that first. */
    private static int onAMember(String member) {
        return member.equals("administrator") ? 200 : 403;
    }

    private static int ofACase(String member) {
        return OF_CONTENT.contains(member) ? 200 : 404;
    }
}
