package org.plumbline.search.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.access.Standing;
import org.plumbline.audit.Trail;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.Journal;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.cases.Team;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.search.Asked;
import org.plumbline.search.IndexNews;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Alerts on saved searches: who is told of what, and where the lines are. */
class AlertsTest extends ApplicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Cases cases;

    @Autowired
    private Team team;

    @Autowired
    private Journal journal;

    @Autowired
    private Subjects subjects;

    @Autowired
    private SavedSearches saved;

    @Autowired
    private Alerts alerts;

    @Autowired
    private IndexNews news;

    @Autowired
    private Trail trail;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Organisation office;
    private Member mara;
    private Member ines;
    private CaseId harbour;

    @BeforeEach
    void aCaseOfTwo() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        ines = member(office, "Ines Abernal", Role.SUPERVISOR);
        harbour = open();
        as(mara, () -> team.grant(harbour, ines.id(), Standing.SUPERVISOR, "Supervises the inquiry"));
    }

    @Test
    void whoeverAskedIsToldOfNewMaterialOnceAndOfNothingThatWasThere() {
        write(harbour, "First visit", "The ledger lay open.");
        SavedSearch ledgers = search("Ledgers", "ledger");
        until(() -> found(ledgers) == 1);
        Alert alert = matter(mara, ledgers);

        write(harbour, "Second visit", "Another ledger, and a crane.");
        write(harbour, "Third visit", "Only a crane.");
        until(() -> unread(mara, alert) == 1);

        Browser browser = browser(mara);
        Element line = browser.get("/").page().expectFirst("section[aria-labelledby=h-notices] tbody tr");
        assertThat(line.text()).contains("Ledgers", "1 record");
        Browser.Answer page = browser.get(line.expectFirst("a").attr("href"));
        assertThat(page.page().select(".pl-hit__title").eachText()).containsExactly("Second visit");
        Browser.Answer seen = browser.submit(page, "/seen", Map.of());
        assertThat(seen.page().text()).contains("Nothing new since");
        assertThat(browser.get("/").page().select("section[aria-labelledby=h-notices]"))
                .isEmpty();

        // The index is filled anew, or the server begins again: what was told isn't told twice.
        news.ofAll();
        write(harbour, "Fourth visit", "A third ledger.");
        until(() -> unread(mara, alert) == 1);
        assertThat(titles(mara, alert)).containsExactly("Fourth visit");
    }

    @Test
    void itLooksInItsCaseAloneAndWithWhatItsReceiverMaySeeThen() {
        SavedSearch ledgers = search("Ledgers", "ledger");
        Alert ofInes = matter(ines, ledgers);
        Alert ofMara = matter(mara, ledgers);
        CaseId other = open();
        as(
                mara,
                () -> team.end(
                        harbour,
                        team.list(harbour).stream()
                                .filter(grant -> grant.member().equals(ines.id()))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        "Moved to another desk"));

        write(other, "Elsewhere", "A ledger of another case.");
        write(harbour, "Here", "A ledger of this case.");
        until(() -> unread(mara, ofMara) == 1);

        assertThat(titles(mara, ofMara)).containsExactly("Here");
        // Her alert is older and so looked before.
        as(mara, () -> team.grant(harbour, ines.id(), Standing.SUPERVISOR, "Came back"));
        assertThat(unread(ines, ofInes)).isZero();
        write(harbour, "Later", "One more ledger.");
        until(() -> unread(ines, ofInes) == 2);
    }

    @Test
    void whatItFindsIsToldToItsReceiverAloneAndOthersSeeThatItIsThere() {
        SavedSearch ledgers = search("Ledgers", "ledger");
        Alert alert = matter(mara, ledgers);
        write(harbour, "Here", "A ledger of this case.");
        until(() -> unread(mara, alert) == 1);

        Browser.Answer list = browser(ines).get("/cases/" + harbour + "/alerts");
        Browser.Answer page = browser(ines).get("/cases/" + harbour + "/alerts/" + alert.id());
        as(ines, () -> {
            alerts.seen(harbour, alert.id());
            return true;
        });

        assertThat(list.page().expectFirst("tbody tr").text()).contains("Ledgers", "Mara Quill", "told to another");
        assertThat(page.page().select(".pl-hit")).isEmpty();
        assertThat(page.page().text()).contains("What is new is told to Mara Quill");
        assertThat(unread(mara, alert)).isEqualTo(1);
    }

    @Test
    void aTellingIsOnTheTrailWithHowManyAndALookThatFindsNothingLeavesNothing() {
        SavedSearch ledgers = search("Ledgers", "ledger");
        Alert alert = matter(mara, ledgers);
        write(harbour, "Crane", "No such book.");
        write(harbour, "Here", "A ledger of this case.");
        until(() -> unread(mara, alert) == 1);

        var entries = as(mara, () -> trail.ofCase(harbour, Optional.empty(), 50)).stream()
                .filter(entry -> entry.action().equals("search.tell-alert"))
                .toList();

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo(mara.id());
            assertThat(entry.body().orElseThrow().facts())
                    .containsEntry("new", "1")
                    .containsEntry("query", "ledger");
        });
    }

    @Test
    void aPersonOfTheCaseIsWaitedForAsASuspectOnly() {
        UUID marrow = subject("Ilse Marrow", Subject.Role.SUSPECT);
        UUID tern = subject("Olu Tern", Subject.Role.WITNESS);
        SavedSearch onMarrow = search("Marrow", "marrow AND ledger");
        SavedSearch onTern = search("Tern", "\"Olu Tern\"");
        SavedSearch onBoth = search("Both", "marrow OR tern");

        assertThat(asked(onMarrow, "matter", null, "")).isEqualTo("about alert-names-person");
        assertThat(asked(onMarrow, "organisation", null, "")).isEqualTo("about alert-names-person");
        assertThat(asked(onMarrow, "person", null, "Paid in cash")).isEqualTo("subject field-missing");
        assertThat(asked(onMarrow, "person", marrow, " ")).isEqualTo("reason field-missing");
        assertThat(asked(onTern, "person", tern, "Heard twice")).isEqualTo("subject alert-of-nobody-suspected");
        assertThat(asked(onBoth, "person", marrow, "Paid in cash")).isEqualTo("subject alert-names-others");
        assertThat(asked(onMarrow, "somebody", null, "")).startsWith("about ");
        assertThat(asked(search("Mail", "ilse@quay.example"), "matter", null, ""))
                .isEqualTo("about alert-asks-contact-data");
        assertThat(asked(onMarrow, "person", marrow, "Paid in cash")).isEmpty();
        assertThat(asked(onMarrow, "person", marrow, "Paid in cash")).isEqualTo("about alert-is-there");
    }

    @Test
    void itWaitsForAnotherWhoSupervisesAndBeginsForAsManyDaysAsThatOneSays() {
        UUID marrow = subject("Ilse Marrow", Subject.Role.SUSPECT);
        Alert alert = person(search("Marrow", "marrow"), marrow);
        Alert control = matter(mara, search("Visits", "visit"));
        write(harbour, "First visit", "Marrow was seen nowhere in the books.");
        until(() -> unread(mara, control) == 1);
        assertThat(unread(mara, alert)).isZero();

        assertThat(decided(mara, alert, "90")).isEqualTo("alert-is-yours");
        assertThat(decided(ines, alert, "91")).isEqualTo("days alert-days");
        assertThat(decided(ines, alert, "0")).isEqualTo("days alert-days");
        assertThat(decided(ines, alert, "soon")).isEqualTo("days alert-days");
        Browser browser = browser(ines);
        Element notice = browser.get("/").page().expectFirst("section[aria-labelledby=h-notices] tbody tr");
        assertThat(notice.text()).contains("Marrow", "Waits for your decision");
        Browser.Answer page = browser.get(notice.expectFirst("a").attr("href"));
        assertThat(page.page().expectFirst("#f-days").attr("value")).isEqualTo("90");
        Browser.Answer done = browser.submit(page, "/agree", Map.of("days", "30", "reason", "Payments are recent"));
        assertThat(done.page().text()).contains("Looking", "Agreed to by", "Payments are recent");
        assertThat(decided(ines, alert, "30")).isEqualTo("alert-decided");

        write(harbour, "Second visit", "Marrow again.");
        until(() -> unread(mara, alert) == 2);
        assertThat(alert(mara, alert).decision().orElseThrow().until()).contains(today.plusDays(30));
    }

    @Test
    void itEndsByItselfOnceTheSubjectIsNoSuspectAnyMore() {
        UUID marrow = subject("Ilse Marrow", Subject.Role.SUSPECT);
        Alert alert = person(search("Marrow", "marrow"), marrow);
        as(ines, () -> {
            alerts.agree(harbour, alert.id(), "90", "Payments are recent");
            return true;
        });
        as(mara, () -> subjects.validate(harbour, marrow, 1, Subject.Role.WITNESS, today.plusDays(20)));

        write(harbour, "First visit", "Marrow was there.");

        until(() -> alert(mara, alert).ended());
        assertThat(unread(mara, alert)).isZero();
    }

    @Test
    void aMatterEndsByItselfOnceItsWordIsThatOfAPersonOfTheCase() {
        Alert alert = matter(mara, search("Marrow", "marrow"));
        Alert control = matter(mara, search("Visits", "visit"));
        subject("Ilse Marrow", Subject.Role.WITNESS);

        write(harbour, "First visit", "Marrow was there.");

        until(() -> unread(mara, control) == 1 && alert(mara, alert).ended());
        assertThat(unread(mara, alert)).isZero();
    }

    @Test
    void afterItsLastDayItIsOver() {
        var until = new Alert.Decision(true, "Recent", Optional.of(today), ines.id(), Instant.now());
        Alert alert = person(search("Marrow", "marrow"), subject("Ilse Marrow", Subject.Role.SUSPECT));
        var agreed = new Alert(
                alert.id(),
                alert.stamp(),
                alert.search(),
                alert.about(),
                alert.subject(),
                alert.reason(),
                alert.purpose(),
                alert.compartment(),
                Optional.of(until),
                false,
                0);

        assertThat(alert.state(today)).isEqualTo(Alert.State.WAITING);
        assertThat(agreed.state(today)).isEqualTo(Alert.State.RUNNING);
        assertThat(agreed.state(today.plusDays(1))).isEqualTo(Alert.State.OVER);
    }

    @Test
    void theOverseerSeesWhoWaitsAndWhoAgreedAndNothingOfTheCase() {
        Member overseer = member(office, "Noor Overmeer", Role.OVERSEER);
        Alert alert = person(search("Marrow", "marrow"), subject("Ilse Marrow", Subject.Role.SUSPECT));
        matter(mara, search("Ledgers", "ledger"));
        as(ines, () -> {
            alerts.decline(harbour, alert.id(), "Not necessary");
            return true;
        });

        Browser.Answer page = browser(overseer).get("/oversight/person-alerts");

        assertThat(page.page().select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("Mara Quill", "Declined: Ines Abernal");
        assertThat(page.body()).doesNotContain("Marrow", "Ledgers", "Not necessary", harbour.toString());
        assertThat(api(overseer).get("/api/v1/person-alerts").body())
                .contains(alert.id().toString())
                .doesNotContain("Marrow");
        assertThat(browser(mara).get("/oversight/person-alerts").status()).isEqualTo(403);
        assertThat(browser(member(organisation(), "Ada Finch", Role.OVERSEER))
                        .get("/oversight/person-alerts")
                        .page()
                        .select("tbody tr"))
                .isEmpty();
    }

    @Test
    void itEndsWhenItsReceiverSaysSoOrWhoDecidesOrItsSearchGoes() {
        Member olu = member(office, "Olu Tern", Role.INVESTIGATOR);
        as(mara, () -> team.grant(harbour, olu.id(), Standing.INVESTIGATOR, "Helps"));
        SavedSearch ledgers = search("Ledgers", "ledger");
        Alert one = matter(mara, ledgers);
        Alert another = matter(ines, ledgers);
        Alert third = matter(olu, ledgers);

        assertThat(code(() -> as(olu, () -> end(one)))).isEqualTo("alert-of-another");
        as(mara, () -> end(one));
        as(ines, () -> end(third));

        assertThat(alert(mara, one).ended()).isTrue();
        assertThat(alert(olu, third).ended()).isTrue();
        assertThat(alert(ines, another).ended()).isFalse();
        as(mara, () -> {
            saved.remove(harbour, ledgers.id());
            return true;
        });
        assertThat(alert(ines, another).ended()).isTrue();
    }

    @Test
    void onThePagesItIsAskedForFromTheSavedSearchAndTheApiDoesTheSame() {
        SavedSearch ledgers = search("Ledgers", "ledger");
        Browser browser = browser(mara);
        String link = browser.get("/cases/" + harbour + "/saved-searches")
                .page()
                .expectFirst("a[href$=/alert]")
                .attr("href");
        Browser.Answer form = browser.get(link);
        Browser.Answer refused = browser.submit(form, "/alert", Map.of());
        Browser.Answer made = browser.submit(form, "/alert", Map.of("about", "contract"));

        assertThat(form.page().select("input[name=about]").eachAttr("value")).doesNotContain("person");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(made.page().text()).contains("Ledgers", "A contract", "Looking");

        Browser api = api(ines);
        String path = "/api/v1/cases/" + harbour;
        Browser.Answer over =
                api.json("POST", path + "/saved-searches/" + ledgers.id() + "/alerts", "{\"about\": \"matter\"}");
        assertThat(over.status()).isEqualTo(201);
        assertThat(api.get(path + "/alerts").body())
                .contains("\"mine\":true", "\"mine\":false", "\"state\":\"running\"");
    }

    @Test
    void inACompartmentNobodyIsWaitedForSinceNobodyCouldDecideThere() {
        UUID marrow = subject("Ilse Marrow", Subject.Role.SUSPECT);
        Browser api = api(mara);
        String path = "/api/v1/cases/" + harbour;
        String compartment = api.json(
                        "POST", path + "/compartments", "{\"name\": \"Sources\", \"reason\": \"Two spoke\"}")
                .body()
                .replaceAll("(?s).*\"id\":\"([0-9a-f-]+)\".*", "$1");
        String[] inside = {"Plumbline-Compartment", compartment};
        String search = api.json("POST", path + "/saved-searches", "{\"name\": \"Marrow\", \"q\": \"marrow\"}", inside)
                .body()
                .replaceAll("(?s).*\"id\":\"([0-9a-f-]+)\".*", "$1");

        Browser.Answer refused = api.json(
                "POST",
                path + "/saved-searches/" + search + "/alerts",
                "{\"about\": \"person\", \"subject\": \"" + marrow + "\", \"reason\": \"Paid in cash\"}",
                inside);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("alert-of-person-in-compartment");
    }

    private boolean end(Alert alert) {
        alerts.end(harbour, alert.id());
        return true;
    }

    private String asked(SavedSearch search, String about, @Nullable UUID subject, String reason) {
        return code(
                () -> as(mara, () -> alerts.ask(harbour, search.id(), about, Optional.ofNullable(subject), reason)));
    }

    private String decided(Member by, Alert alert, String days) {
        return code(() -> as(by, () -> {
            alerts.agree(harbour, alert.id(), days, "Payments are recent");
            return true;
        }));
    }

    private static String code(Runnable act) {
        try {
            act.run();
            return "";
        } catch (Refused refused) {
            var fields = refused.refusal().fields();
            return fields.isEmpty()
                    ? refused.refusal().code()
                    : fields.getFirst().name() + " " + fields.getFirst().code();
        }
    }

    private Alert matter(Member by, SavedSearch search) {
        return as(by, () -> alerts.ask(harbour, search.id(), "matter", Optional.empty(), ""));
    }

    private Alert person(SavedSearch search, UUID subject) {
        return as(mara, () -> alerts.ask(harbour, search.id(), "person", Optional.of(subject), "Paid in cash"));
    }

    private UUID subject(String name, Subject.Role role) {
        return as(mara, () -> subjects.add(harbour, name, Subject.Kind.PERSON, role, "Ledger", today.plusDays(20)))
                .id();
    }

    private SavedSearch search(String name, String query) {
        return as(mara, () -> saved.save(harbour, name, Asked.of(query, Optional.of(harbour))));
    }

    private int found(SavedSearch search) {
        return browser(mara)
                .get("/cases/" + harbour + "/search?q=" + search.asked().query())
                .page()
                .select(".pl-hit")
                .size();
    }

    private Alert alert(Member by, Alert alert) {
        return as(by, () -> alerts.list(harbour)).stream()
                .map(Alerts.Line::alert)
                .filter(each -> each.id().equals(alert.id()))
                .findFirst()
                .orElseThrow();
    }

    private long unread(Member by, Alert alert) {
        return alert(by, alert).unread();
    }

    private List<String> titles(Member by, Alert alert) {
        return as(by, () -> alerts.read(harbour, alert.id())).results().stream()
                .map(result -> result.hit().title().getFirst().text())
                .toList();
    }

    private void write(CaseId in, String heading, String body) {
        as(mara, () -> journal.write(in, heading, body, "2031-05-02", Optional.empty()));
    }

    private CaseId open() {
        return as(
                mara,
                () -> cases.open(new OpenCase(
                                "Harbour works",
                                CaseType.INQUIRY,
                                Caveat.NONE,
                                "Who was paid for the quay?",
                                "Inspection Act, section 12",
                                "IO-2031/7",
                                "Contract reconciliation",
                                today.minusDays(2),
                                today.plusDays(30),
                                Optional.empty()))
                        .id());
    }

    private <T> T as(Member by, Supplier<T> work) {
        return Acting.as(acting(by), work);
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        var never = new CountDownLatch(1);
        try {
            while (!condition.getAsBoolean()) {
                assertThat(Instant.now()).as("waiting for the alert").isBefore(end);
                never.await(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
