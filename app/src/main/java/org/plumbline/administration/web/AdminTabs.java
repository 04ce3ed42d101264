package org.plumbline.administration.web;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Tab;

/** The pages of administration, as tabs. */
public final class AdminTabs {
    private record Page(String key, String href) {}

    private static final List<Page> PAGES = List.of(
            new Page("admin.title", "/admin"),
            new Page("organisation.title", "/admin/organisation"),
            new Page("units.title", "/admin/units"),
            new Page("calendar.title", "/admin/calendar"),
            new Page("storage.title", "/admin/storage"),
            new Page("sign-in.title", "/admin/sign-in"),
            new Page("mail.title", "/admin/mail"),
            new Page("keys.title", "/admin/keys"),
            new Page("witnesses.title", "/admin/witnesses"),
            new Page("jobs.title", "/admin/jobs"),
            new Page("health.title", "/admin/health"),
            new Page("settings.title", "/admin/settings"),
            new Page("versions.title", "/admin/versions"));

    private AdminTabs() {}

    /** All of them, with the one that is shown now. */
    public static List<Tab> at(String href, Texts texts) {
        Stream<Tab> tabs = PAGES.stream()
                .map(page -> new Tab(
                        texts.say(page.key()), page.href(), "", page.href().equals(href)));
        return tabs.toList();
    }
}
