package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTest {
    private static final ZoneId OFFICE = ZoneId.of("Europe/Brussels");
    /** Where it is another day than in the office, 14 hours before UTC or 11 behind it. */
    private static final ZoneId SERVER = Stream.of("Pacific/Kiritimati", "Pacific/Pago_Pago")
            .map(ZoneId::of)
            .filter(zone -> !LocalDate.now(zone).equals(LocalDate.now(OFFICE)))
            .findFirst()
            .orElseThrow();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY_IN_FULL = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final java.nio.file.Path folder = Scratch.folder("walk");
    private Installation demo;

    @BeforeAll
    void start() {
        demo = Installation.demo(folder, SERVER);
    }

    @AfterAll
    void end() {
        demo.close();
        Scratch.delete(folder);
    }

    @Test
    void investigatorWorksOnACaseFromItsOpeningToItsTrail() throws Exception {
        try (var window = new Window()) {
            window.open(demo.printed().link("investigator"));
            var steps = new CaseSteps(window);
            String path = steps.open("Breakwater");
            steps.keepJournal();
            steps.addTask();
            steps.addSubject();
            var documents = new DocumentSteps(window);
            documents.ingest();
            documents.read();
            documents.readExhibits();
            var search = new SearchSteps(window, demo.address());
            search.find(path);
            search.findInPdf(path, documents);
            new EntitySteps(window).enter();
            new ChartSteps(window).draw();
            new ReportSteps(window).issue();
            var protection = new ProtectionSteps(window, demo.address());
            protection.keepApart(path);
            protection.explain(path);
            window.open(demo.address() + path);
            steps.review(path);
            steps.readTrail(demo.address(), path);
            own(window);

            held(window);
        }
    }

    /** Pages of the person, and what is not there for them. */
    private void own(Window window) {
        window.open(demo.address() + "/purpose");
        window.look("purpose");
        window.open(demo.address() + "/account");
        window.look("account");
        window.open(demo.address() + "/cases/01980000-0000-7000-8000-000000000000");
        window.look("refused");
        window.open(demo.address() + "/no-such-page");
        window.look("not-found");
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
            window.open(demo.address() + "/oversight/seals");
            window.look("seals");
            window.open(demo.address() + "/break-glass");
            window.look("break-glass-overseer");
            window.open(demo.address() + "/cases");
            assertThat(window.page().locator("main")).not().containsText("Harbour");
            window.open(demo.printed().link("administrator"));
            window.open(demo.address() + "/admin");
            window.look("members");

            held(window);
        }
    }

    /** The browser of {@link Window} is in a third zone. */
    @Test
    void timesAndDeadlinesAreTheOfficesWhateverServerAndReaderAreSetTo() throws Exception {
        var api = new Api(demo.address(), demo.printed().token());
        String path = "/cases/" + harbour(api);
        LocalDate today = LocalDate.now(OFFICE);
        Instant before = Instant.now().minusSeconds(60);
        task(api, path, "Measure the quay", today);
        task(api, path, "Draw the quay", today.plusDays(1));

        try (var window = new Window()) {
            window.open(demo.printed().link("investigator"));
            assertThat(window.page().locator("h1")).containsText(DAY_IN_FULL.format(today));
            window.open(demo.address() + path + "/tasks");
            var rows = window.page().locator("main tbody tr");
            assertThat(rows.filter(named("Measure the quay"))).containsText("Today");
            assertThat(rows.filter(named("Draw the quay"))).containsText(DAY.format(today.plusDays(1)));
            window.open(demo.address() + path + "/trail");
            var added = window.page()
                    .locator("main tbody tr")
                    .filter(named("Added a task"))
                    .first()
                    .locator("time");
            Instant at = Instant.parse(added.getAttribute("datetime"));
            assertThat(at).isBetween(before, Instant.now());
            assertThat(added).containsText(DAY.format(at.atZone(OFFICE)));
            assertThat(added).containsText(TIME.format(at.atZone(OFFICE)));
        }
    }

    private static void task(Api api, String path, String title, LocalDate due) throws IOException {
        String me = api.get("/me").text("id");
        api.send("POST", path + "/tasks", Map.of("title", title, "assignee", me, "due", due.toString()))
                .expect(201);
    }

    private static String harbour(Api api) throws IOException {
        return api.get("/cases")
                .body()
                .path("items")
                .valueStream()
                .filter(file -> file.required("title").asString().equals("Harbour"))
                .map(file -> file.required("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Locator.FilterOptions named(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static void held(Window window) {
        assertThat(window.findings()).as("of axe, and of pages too wide").isEmpty();
        assertThat(window.complaints()).as("of the browser").isEmpty();
        assertThat(window.shown()).doesNotHaveDuplicates();
    }
}
