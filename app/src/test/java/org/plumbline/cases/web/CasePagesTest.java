package org.plumbline.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.audit.TrailFilter;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Open a case, write in its journal, see its trail: in pages, without JavaScript. */
class CasePagesTest extends ApplicationTest {

    @Autowired
    private Trail trail;

    private Organisation organisation;
    private Member mara;
    private Member ines;
    private Member sunniva;

    @BeforeEach
    void people() {
        organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
        sunniva = member(organisation, "Sunniva Rask", Role.OVERSEER);
    }

    @Test
    void aLinkThatWorksOnceSignsInOnce() {
        String secret = enrolment.linkOnce(ines.id());
        Browser first = browser();

        var asked = first.get("/sign-in/" + secret);
        var signedIn = first.submit(asked, secret, Map.of());
        var again = browser().get("/sign-in/" + secret);

        assertThat(signedIn.page().select(".pl-me").text()).contains("Ines Abernal");
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.page().text()).contains("This sign-in link has been used");
    }

    @Test
    void aPersonWithoutCasesIsToldHowOneStarts() {
        var home = browser(mara).get("/");

        assertThat(home.page().select(".pl-empty h2").text()).isEqualTo("No case yet");
        assertThat(home.page().select("a[href=/cases/new]")).isNotEmpty();
    }

    @Test
    void withoutAuthorityAndPurposeThereIsNoCaseAndNothingTypedIsLost() {
        Browser browser = browser(mara);
        var form = browser.get("/cases/new");
        Map<String, String> harbour = harbour();
        harbour.put("purpose", " ");
        harbour.put("reference", "");

        var refused = browser.submit(form, "/cases", harbour);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[aria-invalid=true]").eachAttr("name"))
                .containsExactlyInAnyOrder("purpose", "reference");
        assertThat(refused.page().select("#f-purpose-error").text()).isEqualTo("This is needed.");
        assertThat(refused.page().select("#f-title").val()).isEqualTo("Harbour");
        assertThat(browser.get("/cases").page().select(".pl-empty h2").text()).isEqualTo("No case yet");
    }

    @Test
    void aCaseIsOpenedWrittenInAndItsTrailTellsWhoDidWhatForWhichPurpose() {
        Browser browser = browser(mara);
        var overview = open(browser);
        String path = overview.path();

        var entry = browser.submit(
                browser.get(path + "/journal/new"),
                "/journal",
                Map.of("heading", "Interview of the berth master", "body", "Forty minutes.", "happened", "2031-05-02"));
        var signed = browser.submit(entry, "/sign-off", Map.of());
        var rewritten = browser.post(
                entry.path(),
                Map.of(
                        "_csrf",
                        signed.page().select("input[name=_csrf]").val(),
                        "version",
                        "2",
                        "heading",
                        "Interview",
                        "body",
                        "An hour."));
        browser.submit(
                browser.get(path + "/tasks"),
                "/tasks",
                Map.of(
                        "title",
                        "Ask for the berth register",
                        "due",
                        today().plusDays(7).toString()));
        browser.submit(
                browser.get(path + "/subjects"),
                "/subjects",
                Map.of(
                        "name",
                        "Skagen Dredging",
                        "kind",
                        "organisation",
                        "role",
                        "other",
                        "basis",
                        "Party to the contract",
                        "review_due",
                        today().plusYears(1).toString()));
        var read = browser.get(path + "/trail");

        assertThat(overview.page().select("h1").text()).isEqualTo("Harbour");
        assertThat(signed.page().text()).contains("Signed off");
        assertThat(rewritten.status()).isEqualTo(409);
        assertThat(rewritten.page().text()).contains("never changes");
        assertThat(rewritten.page().select("#f-body").val()).isEqualTo("An hour.");
        List<String> acts = read.page().select("td[data-label=What]").eachText();
        assertThat(acts)
                .contains(
                        "Opened the case",
                        "Wrote in the journal",
                        "Signed off a journal entry",
                        "Added a task",
                        "Added a subject",
                        "Wrote in the journal journal-signed-off");
        assertThat(read.page().select("td[data-label=Who]").eachText()).containsOnly("Mara Quill");
        assertThat(read.page().select("td[data-label=Purpose]").eachText()).contains("Contract reconciliation");
        assertThat(read.page().select("td[data-label=Records]").text()).contains("Interview of the berth master");
        assertThat(read.page().select("td[data-label=Outcome]").eachText()).contains("Refused");
        assertThat(browser.get("/").page().text()).contains("Ask for the berth register");
    }

    @Test
    void aCorrectionAppendsAndNamesWhatItCorrects() {
        Browser browser = browser(mara);
        String path = open(browser).path();
        var entry = browser.submit(
                browser.get(path + "/journal/new"),
                "/journal",
                Map.of("heading", "Visit of berth 4", "body", "At noon."));
        var signed = browser.submit(entry, "/sign-off", Map.of());

        var form = browser.get(path + "/journal/new?corrects="
                + entry.path().substring(entry.path().lastIndexOf('/') + 1));
        var correction =
                browser.submit(form, "/journal", Map.of("heading", "Visit of berth 4, time", "body", "At one."));

        assertThat(signed.page().text()).contains("At noon.");
        assertThat(correction.page().select("a[href=" + entry.path() + "]").text())
                .isEqualTo("corrects an earlier entry");
    }

    @Test
    void aStaleChangeIsRefusedWithBothVersionsSideBySide() {
        Browser browser = browser(mara);
        String path = open(browser).path();
        var early = browser.get(path + "/edit");
        browser.submit(browser.get(path + "/edit"), path, Map.of("question", "Who was paid twice?"));

        var refused = browser.submit(early, path, Map.of("question", "Who was never paid?"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select(".pl-conflict__value").eachText())
                .containsExactly("Who was paid twice?", "Who was never paid?");
        assertThat(refused.page().select("#f-question").text()).isEqualTo("Who was never paid?");
        assertThat(refused.page()
                        .select("form[action=" + path + "] input[name=version]")
                        .val())
                .isEqualTo("2");
    }

    @Test
    void aCaseOfOthersIsAnsweredLikeOneThatDoesNotExist() {
        String path = open(browser(mara)).path();
        Member stranger = member(organisation(), "Tomas Ferrow", Role.INVESTIGATOR);
        String unknown = "/cases/019a0000-0000-7000-8000-000000000001";

        for (Member reader : List.of(ines, stranger, sunniva)) {
            Browser browser = browser(reader);
            var others = browser.get(path);
            var nothing = browser.get(unknown);

            assertThat(others.status()).isEqualTo(404);
            assertThat(without(others))
                    .contains("There is nothing at this address")
                    .isEqualTo(without(nothing));
        }
    }

    @Test
    void aColleagueSeesTheCaseWhileAStandingLasts() {
        Browser browser = browser(mara);
        String path = open(browser).path();
        browser.submit(
                browser.get(path + "/access"),
                "/access",
                Map.of("member", ines.id().toString(), "standing", "reader", "reason", "reviews the invoices"));
        Browser colleague = browser(ines);
        var seen = colleague.get(path);
        var refused = colleague.post(
                path + "/journal",
                Map.of("_csrf", seen.page().select("meta[name=csrf]").attr("content"), "heading", "Note"));

        var team = browser.get(path + "/access");
        String end = team.page().select("tr:contains(Ines Abernal) a").attr("href");
        browser.submit(browser.get(end), "/end", Map.of("reason", "review done"));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.page().select("a[href$=/journal/new]")).isEmpty();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(team.page().select("tr:contains(Ines Abernal)").text())
                .contains("Reader", "Mara Quill", "reviews the invoices");
        assertThat(colleague.get(path).status()).isEqualTo(404);
    }

    @Test
    void eachPageLeavesOneReadingThatItsRecordLineNames() {
        Browser browser = browser(mara);
        String path = open(browser).path();

        for (String page : List.of(
                "/",
                "/cases",
                path,
                path + "/journal",
                path + "/tasks",
                path + "/subjects",
                path + "/access",
                path + "/trail",
                "/account",
                "/purpose")) {
            var answer = browser.get(page);
            String named = answer.page().select(".pl-record .pl-num").text();

            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(named).as(page).isNotEmpty().isEqualTo(answer.header("Plumbline-Entry"));
            assertThat(answer.header("Cache-Control")).as(page).isEqualTo("no-store");
            assertThat(entries())
                    .as(page)
                    .filteredOn(e -> e.id().toString().equals(named))
                    .hasSize(1);
        }
        assertThat(entries().stream().filter(e -> e.kind().equals("consultation")))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void aRefusedPageNamesTheEntryOfItsRefusal() {
        var refused = browser(mara).get("/cases/019a0000-0000-7000-8000-000000000001");
        String named = refused.page().select(".pl-record .pl-num").text();

        assertThat(entries())
                .filteredOn(e -> e.id().toString().equals(named))
                .singleElement()
                .satisfies(e -> assertThat(e.kind()).isEqualTo("refusal"));
    }

    private List<TrailEntry> entries() {
        var all = new TrailFilter(
                java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.of(mara.id()));
        return Acting.as(acting(sunniva), () -> trail.ofOrganisation(all, 200));
    }

    private static Browser.Answer open(Browser browser) {
        return browser.submit(browser.get("/cases/new"), "/cases", harbour());
    }

    private static Map<String, String> harbour() {
        return new HashMap<>(Map.of(
                "title",
                "Harbour",
                "question",
                "Who was paid for the quay?",
                "legal_basis",
                "Inspection Act, section 12",
                "reference",
                "IO-2031/7",
                "purpose",
                "Contract reconciliation",
                "valid_from",
                today().minusDays(1).toString(),
                "valid_until",
                today().plusDays(60).toString()));
    }

    /** What a page says, without what differs from request to request. */
    private static String without(Browser.Answer answer) {
        return answer.page().select("main .pl-refusal, main h1, main .pl-lede").text();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
