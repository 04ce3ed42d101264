package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** On which days an organisation works, and what a task that is due on another says. */
class CalendarPageTest extends ApplicationTest {
    private static final String ICS = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20310501
            DTEND;VALUE=DATE:20310502
            SUMMARY:Labour Day\\, the first
              of May
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:Closed at the end of the year
            DTSTART;VALUE=DATE:20311230
            DTEND;VALUE=DATE:20320102
            END:VEVENT
            END:VCALENDAR
            """;

    @Autowired
    private Cases cases;

    private Member ada;
    private Member mara;

    @BeforeEach
    void people() {
        Organisation office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
    }

    @Test
    void theWeekIsChangedWithAReasonAndItsHistoryKept() {
        Browser browser = browser(ada);

        Browser.Answer changed = browser.post(
                "/admin/calendar/week",
                Map.of("_csrf", csrf(browser), "version", "0", "weekdays", "sunday", "reason", "New law"));
        Browser.Answer stale = api(ada).json(
                        "PUT",
                        "/api/v1/calendar/week",
                        "{\"weekdays\": [\"monday\"], \"reason\": \"x\"}",
                        "If-Match",
                        "\"0\"");
        Browser.Answer none = browser.submit(browser.get("/admin/calendar"), "/week", Map.of("reason", ""));

        assertThat(changed.page().text()).contains("Sunday: said by Ada Finch", "New law");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.page().select("#f-reason-error").text()).isEqualTo("This is needed.");
        assertThat(api(mara).get("/api/v1/calendar").body()).startsWith("{\"weekdays\":[\"sunday\"],\"version\":1");
        assertThat(api(ada).json("PUT", "/api/v1/calendar/week", "{\"reason\": \"x\"}", "If-Match", "\"1\"")
                        .body())
                .contains("week-without-work", "at least one weekday");
    }

    @Test
    void daysOffAreAddedOnceAndRemoved() {
        Browser browser = browser(ada);
        var labourDay = Map.of("day", "2031-05-01", "name", "Labour Day");

        Browser.Answer added = browser.submit(browser.get("/admin/calendar"), "/days-off", labourDay);
        Browser.Answer again = browser.submit(added, "/days-off", labourDay);
        Browser.Answer removed = browser.submit(added, "/end", Map.of());

        assertThat(added.page().text()).contains("Labour Day", "Thursday");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#f-day-error").text()).contains("is a day off already: “Labour Day”");
        assertThat(again.page().select("#f-name").attr("value")).isEqualTo("Labour Day");
        assertThat(removed.page().text()).contains("No day off ahead");
    }

    @Test
    void aCalendarFileIsTakenWithItsDaysAndNames() {
        Browser.Answer first =
                api(ada).send("POST", "/api/v1/calendar/import", "text/calendar", ICS.getBytes(StandardCharsets.UTF_8));
        Browser.Answer second =
                api(ada).send("POST", "/api/v1/calendar/import", "text/calendar", ICS.getBytes(StandardCharsets.UTF_8));

        assertThat(first.body()).isEqualTo("{\"added\":4,\"known\":0}");
        assertThat(second.body()).isEqualTo("{\"added\":0,\"known\":4}");
        assertThat(api(mara).get("/api/v1/calendar").body())
                .contains("\"day\":\"2031-05-01\",\"name\":\"Labour Day, the first of May\"")
                .contains("2031-12-30", "2031-12-31", "2032-01-01")
                .doesNotContain("2032-01-02");
    }

    @Test
    void aListIsTakenWholeOrNotAtAllWithEachWrongLineNamed() {
        Browser browser = browser(ada);
        String wrong = "Date,Name\n2031-05-01,Labour Day\n2031-02-29,No leap year\n2031-12-25\nsoon;Later";

        Browser.Answer refused = browser.submit(browser.get("/admin/calendar"), "/import", Map.of("days", wrong));
        Browser.Answer taken = browser.submit(
                refused, "/import", Map.of("days", "Date;Name\n2031-05-01;\"Labour; Day\"\n\n2031-12-25\tChristmas\n"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[data-summary]").text())
                .contains(
                        "Line 3: there is no date",
                        "Line 4: the name of the day is missing",
                        "Line 5: there is no date");
        assertThat(refused.page().select("#f-days").text()).isEqualTo(wrong);
        assertThat(refused.page().text()).contains("No day off ahead");
        assertThat(taken.page().text())
                .contains("2 days off added; none was there before.", "Labour; Day", "Christmas");
    }

    @Test
    void whatACalendarFileCannotSayIsRefusedByItsLine() {
        var faults = Map.of(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20310501\nSUMMARY:A\nRRULE:FREQ=YEARLY\nEND:VEVENT",
                "Line 5: this event repeats",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20310501T090000Z\nSUMMARY:A\nEND:VEVENT",
                "Line 3: this event has hours",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT",
                "Line 2: this event does not say on which day",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20310501\nSUMMARY:A",
                "Line 2: this event has no end",
                "BEGIN:VCALENDAR\nEND:VCALENDAR",
                "Line 1: there is no day in this");
        faults.forEach((text, words) -> assertThat(api(ada).send(
                                "POST",
                                "/api/v1/calendar/import",
                                "text/calendar",
                                text.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("\"field\":\"days\"", words));
    }

    @Test
    void aTaskDueOnADayOffSaysSoAndIsNotRefused() {
        LocalDate sunday = nextSunday();
        String harbour = "/cases/" + open();
        api(ada).json("POST", "/api/v1/calendar/days-off", day(sunday.plusDays(1), "Quay day"));
        Browser browser = browser(mara);

        browser.get(harbour + "/tasks");
        Browser.Answer typed = browser.get(harbour + "/tasks?due=" + sunday);
        Browser.Answer given = browser.submit(
                typed,
                "/tasks",
                Map.of("title", "Count cranes", "assignee", mara.id().toString(), "due", "" + sunday.plusDays(1)));

        assertThat(typed.page().select("#due-day").text()).contains("is no working day here. The next one is");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.page().select("table").text()).contains("is a day off (Quay day). The next working day is");
        assertThat(api(mara).get("/api/v1" + harbour + "/tasks").body())
                .contains("\"next_working_day\":\"" + sunday.plusDays(2) + "\"");
        assertThat(browser.get(harbour + "/tasks?due=" + sunday.plusDays(2))
                        .page()
                        .select("#due-day")
                        .text())
                .isEmpty();
    }

    @Test
    void workingDaysAreCountedAndAddedOverTheApi() {
        api(ada).json("POST", "/api/v1/calendar/days-off", day(LocalDate.of(2031, 5, 1), "Labour Day"));
        String path = "/api/v1/calendar/working-days?from=2031-04-30";

        assertThat(api(mara).get(path + "&days=1").body()).contains("\"until\":\"2031-05-02\"");
        assertThat(api(mara).get(path + "&until=2031-05-07").body()).contains("\"days\":4");
        assertThat(api(mara).get(path + "&days=-1").body()).contains("\"field\":\"days\"", "days-out-of-count");
        assertThat(api(mara).get(path + "&until=soon").body()).contains("\"field\":\"until\"");
    }

    @Test
    void onlyAnAdministratorKeepsIt() {
        assertThat(browser(mara).get("/admin/calendar").status()).isEqualTo(403);
        assertThat(api(mara)
                        .json("POST", "/api/v1/calendar/days-off", day(LocalDate.of(2031, 5, 1), "Mine"))
                        .status())
                .isEqualTo(403);
    }

    private String csrf(Browser browser) {
        return browser.get("/admin/calendar").page().select("input[name=_csrf]").attr("value");
    }

    private static String day(LocalDate day, String name) {
        return "{\"day\": \"" + day + "\", \"name\": \"" + name + "\"}";
    }

    private static LocalDate nextSunday() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return today.plusDays(14 - today.getDayOfWeek().getValue());
    }

    private String open() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var harbour = new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-7",
                "Contract reconciliation",
                today.minusDays(2),
                today.plusDays(30),
                Optional.empty());
        return Acting.as(acting(mara), () -> cases.open(harbour)).id().toString();
    }
}
