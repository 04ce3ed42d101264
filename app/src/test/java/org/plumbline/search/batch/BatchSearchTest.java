package org.plumbline.search.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of terms, looked for in a case. */
class BatchSearchTest extends ApplicationTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private static final String LIST = "name,kind\nNorth Quay Dredging,company\ncrane,other\nnobody at all,matter\n";

    @Autowired
    private Cases cases;

    @Autowired
    private Team team;

    @Autowired
    private Journal journal;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Trail trail;

    private Organisation office;
    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void aCaseWithEntries() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        harbour = open();
        write(harbour, "First visit", "North Quay Dredging sent a crane.");
        write(harbour, "Second visit", "Another crane. The quay north of it, and dredging.");
        write(open(), "Elsewhere", "A crane of another case.");
        until();
    }

    @Test
    void eachTermLeadsToItsSearchWithHowOftenItIsFoundInThisCase() {
        Browser browser = browser(mara);
        Browser.Answer form = browser.get("/cases/" + harbour + "/search?q=crane");
        String link = form.page().expectFirst("a[href$=/batch-search]").attr("href");

        Browser.Answer found =
                browser.submit(browser.get(link), "/batch-search", Map.of("list", LIST, "kinds", "kind"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.page().select("#h-found ~ small").text()).isEqualTo("2 of 3 terms found");
        assertThat(found.page().select("tbody tr").eachText())
                .containsExactly("2 North Quay Dredging Other 1", "3 crane Other 2", "4 nobody at all Other none");
        Browser.Answer search =
                browser.get(found.page().expectFirst("tbody tr a").attr("href"));
        assertThat(search.page().select(".pl-hit__title").eachText()).containsExactly("First visit");
        Browser.Answer csv = browser.submit(found, "/csv", Map.of());
        assertThat(csv.header("Content-Disposition")).contains("batch-search.csv");
        assertThat(csv.body().lines())
                .containsExactly(
                        "row,term,kind,found",
                        "2,North Quay Dredging,other,1",
                        "3,crane,other,2",
                        "4,nobody at all,other,0");
    }

    @Test
    void theTrailHasTheDigestAndTheCountsAndNoTerm() {
        Browser.Answer answer = ask("{\"list\": \"name\\nCRANEWORD\\ncrane\\n\", \"who\": \"nobody\"}");

        Map<String, String> facts = Acting.as(acting(mara), () -> trail.ofCase(harbour, Optional.empty(), 20)).stream()
                .flatMap(each -> each.body().stream())
                .map(body -> body.facts())
                .filter(each -> "2".equals(each.get("terms")))
                .findFirst()
                .orElseThrow();

        assertThat(facts)
                .containsEntry("terms", "2")
                .containsEntry("persons", "0")
                .containsEntry("found", "1");
        assertThat(answer.body()).contains(facts.get("digest"));
        assertThat(facts.toString()).doesNotContain("CRANEWORD");
    }

    @Test
    void theCountIsOfWhatTheAskerMaySee() {
        Member ines = member(office, "Ines Abernal", Role.INVESTIGATOR);
        Acting.as(acting(mara), () -> team.grant(harbour, ines.id(), Standing.READER, "Reads along"));
        String compartment = field(
                api(mara)
                        .json(
                                "POST",
                                "/api/v1/cases/" + harbour + "/compartments",
                                "{\"name\": \"Sources\", \"reason\": \"Two spoke\"}"),
                "id");
        api(mara)
                .json(
                        "POST",
                        "/api/v1/cases/" + harbour + "/journal",
                        "{\"heading\": \"Inside\", \"body\": \"A hidden crane\", \"happened\": \"2031-05-02\"}",
                        "Plumbline-Compartment",
                        compartment);
        write(harbour, "Last", "Weighbridge.");
        await(() -> count(mara, "weighbridge") == 1);

        assertThat(count(ines, "crane")).isEqualTo(2);
        assertThat(count(mara, "hidden")).isZero();
    }

    @Test
    void aListThatIsNotAllowedFindsNothingAndWhatWasTypedStays() {
        Acting.as(
                acting(mara),
                () -> subjects.add(
                        harbour,
                        "Ilse Marrow",
                        Subject.Kind.PERSON,
                        Subject.Role.WITNESS,
                        "Ledger",
                        today.plusDays(20)));
        Browser browser = browser(mara);
        Browser.Answer refused = browser.submit(
                browser.get("/cases/" + harbour + "/batch-search"),
                "/batch-search",
                Map.of("list", "name,phone\nMarrow,x\n", "who", "nobody"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().text()).contains("The column “phone” holds what is marked for persons");
        assertThat(refused.page().expectFirst("#f-list").text()).contains("Marrow,x");
        assertThat(refused.page().select("#h-found")).isEmpty();
        assertThat(ask("{\"list\": \"\"}").status()).isEqualTo(422);
    }

    @Test
    void aCellThatWouldBeAFormulaIsHarmlessInTheFile() {
        Browser.Answer csv = api(mara)
                .json(
                        "POST",
                        "/api/v1/cases/" + harbour + "/batch-search/csv",
                        "{\"list\": \"=crane()\\n-crane\\n\", \"header\": false, \"who\": \"nobody\"}");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body()).contains("1,'=crane(),other,2").contains("2,'-crane,other,2");
    }

    @Test
    void readersMayAndStrangersFindNoSuchCase() {
        Member stranger = member(organisation(), "Kenji Tamura-Reyes", Role.INVESTIGATOR);

        assertThat(api(stranger)
                        .json("POST", "/api/v1/cases/" + harbour + "/batch-search", "{\"list\": \"crane\"}")
                        .status())
                .isEqualTo(404);
        assertThat(List.of(count(mara, "crane"))).containsExactly(2);
    }

    private int count(Member by, String term) {
        String body = api(by).json(
                        "POST",
                        "/api/v1/cases/" + harbour + "/batch-search",
                        "{\"list\": \"" + term + "\", \"header\": false, \"who\": \"nobody\"}")
                .body();
        return Integer.parseInt(body.replaceAll("(?s).*\"count\":(\\d+).*", "$1"));
    }

    private Browser.Answer ask(String json) {
        return api(mara).json("POST", "/api/v1/cases/" + harbour + "/batch-search", json);
    }

    private static String field(Browser.Answer answer, String name) {
        return answer.body().replaceAll("(?s).*\"" + name + "\":\"([0-9a-f-]+)\".*", "$1");
    }

    private void write(CaseId in, String heading, String body) {
        Acting.as(acting(mara), () -> journal.write(in, heading, body, "2031-05-02", Optional.empty()));
    }

    private void until() {
        await(() -> count(mara, "crane") == 2);
    }

    private static void await(Supplier<Boolean> condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        var never = new CountDownLatch(1);
        try {
            while (!condition.get()) {
                assertThat(Instant.now()).as("waiting for the index").isBefore(end);
                never.await(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseId open() {
        return Acting.as(
                acting(mara),
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
}
