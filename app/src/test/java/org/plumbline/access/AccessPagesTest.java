package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do with access, in pages and over the API: purposes, compartments, break-glass, holds and seals. */
class AccessPagesTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Member mara;
    private Member nuno;
    private Member ines;
    private Browser lead;
    private Browser other;
    private Browser overseer;
    private Browser page;
    private String caseId = "";
    private String number = "";
    private String base = "";

    @BeforeEach
    void people() {
        var made = organisation();
        mara = member(made, "Mara Quill", Role.INVESTIGATOR);
        nuno = member(made, "Nuno Salt", Role.INVESTIGATOR);
        ines = member(made, "Ines Abernal", Role.OVERSEER);
        lead = api(mara);
        other = api(nuno);
        overseer = api(ines);
        page = browser(mara);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonNode file = made(lead.json("POST", "/api/v1/cases", """
                {"title": "Quay 4", "type": "inquiry", "legal_basis": "Act", "reference": "IO-7",
                 "purpose": "Contract reconciliation", "valid_from": "%s", "valid_until": "%s"}
                """.formatted(today, today.plusDays(60))));
        caseId = file.get("id").stringValue();
        number = file.get("number").stringValue();
        base = "/api/v1/cases/" + caseId;
    }

    @Test
    void theFirstPageOfACaseInASessionAsksForThePurposeAndNoOtherDoes() {
        Browser.Answer asked = page.ask("/cases/" + caseId + "/journal");

        assertThat(asked.path()).isEqualTo("/cases/" + caseId + "/purpose");
        assertThat(asked.page().text()).contains("Contract reconciliation").doesNotContain("Journal entry");
        Browser.Answer opened = page.submit(asked, "/purpose", Map.of());
        assertThat(opened.path()).isEqualTo("/cases/" + caseId + "/journal");
        assertThat(opened.page().select(".pl-purpose").text()).contains("Contract reconciliation", number);
        assertThat(page.ask("/cases/" + caseId).path()).isEqualTo("/cases/" + caseId);
        // Another session of the same person is asked again.
        assertThat(browser(mara).ask("/cases/" + caseId).path()).endsWith("/purpose");
        assertThat(lead.get(base + "/trail").body()).contains("cases.take-purpose", "Contract reconciliation");
    }

    @Test
    void withoutAPurposeNothingIsWrittenEither() {
        String token = page.ask("/account").page().select("input[name=_csrf]").attr("value");

        Browser.Answer refused =
                page.post("/cases/" + caseId + "/protection/holds", form(token, "authority", "Because"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("purpose-needed");
        assertThat(holds()).isZero();
    }

    @Test
    void aCaseOfSomebodyElseDoesNotAskForThePurpose() {
        Browser stranger = browser(nuno);

        Browser.Answer hidden = stranger.ask("/cases/" + caseId);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.path()).isEqualTo("/cases/" + caseId);
        assertThat(stranger.ask("/cases/" + caseId + "/purpose").status()).isEqualTo(404);
    }

    @Test
    void anAddressFromOutsideIsNotFollowedAfterThePurpose() {
        Browser.Answer asked = page.ask("/cases/" + caseId + "/purpose?to=https://elsewhere.example/");

        assertThat(page.submit(asked, "/purpose", Map.of()).path()).isEqualTo("/cases/" + caseId);
    }

    @Test
    void whatIsInACompartmentIsThereOnlyForThoseWhoWorkInIt() {
        give(nuno, "investigator");
        String compartment = make();
        lead.json("POST", base + "/journal", "{\"heading\": \"Call\", \"body\": \"At case level\"}");

        Browser.Answer secret = lead.send(
                "POST",
                base + "/journal",
                "application/json",
                "{\"heading\": \"W-07 spoke\", \"body\": \"In confidence\"}".getBytes(StandardCharsets.UTF_8),
                "Plumbline-Compartment",
                compartment);

        String entry = made(secret).get("id").stringValue();
        assertThat(lead.get(base + "/journal", "Plumbline-Compartment", compartment)
                        .body())
                .contains("W-07 spoke", "Call");
        assertThat(lead.get(base + "/journal").body()).contains("Call").doesNotContain("W-07");
        assertThat(other.get(base + "/journal").body()).contains("Call").doesNotContain("W-07");
        assertThat(other.get(base + "/journal/" + entry).status()).isEqualTo(404);
        assertThat(other.get(base + "/trail").body()).doesNotContain(entry, compartment);
        assertThat(overseer.get("/api/v1/trail").body()).contains(entry);
        assertThat(other.get(base + "/journal", "Plumbline-Compartment", compartment)
                        .status())
                .isEqualTo(404);
        assertThat(other.get(base + "/compartments").body()).doesNotContain("Sources");
    }

    @Test
    void whoIsAdmittedWorksInTheCompartmentUntilTheAdmissionEnds() {
        give(nuno, "investigator");
        String compartment = make();

        String admission = made(inside(
                        lead,
                        "POST",
                        base + "/admissions",
                        "{\"member\": \"%s\", \"reason\": \"Interviews W-07\"}".formatted(nuno.id()),
                        compartment))
                .get("id")
                .stringValue();

        assertThat(other.get(base + "/journal", "Plumbline-Compartment", compartment)
                        .status())
                .isEqualTo(200);
        assertThat(inside(
                                lead,
                                "POST",
                                base + "/admissions/" + admission + "/end",
                                "{\"reason\": \"Done\"}",
                                compartment)
                        .status())
                .isEqualTo(204);
        assertThat(other.get(base + "/journal", "Plumbline-Compartment", compartment)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void numbersOfExhibitsDoNotTellOfACompartment() {
        String compartment = make();
        upload(base, "a.txt", "");
        upload(base, "b.txt", compartment);
        upload(base, "c.txt", "");

        assertThat(lead.get(base + "/exhibits").body())
                .contains("E0001", "E0002")
                .doesNotContain("b.txt");
        assertThat(lead.get(base + "/exhibits", "Plumbline-Compartment", compartment)
                        .body())
                .contains("K1-E0001", "b.txt");
    }

    @Test
    void breakGlassOpensForReadingTellsOthersAndIsReviewedBySomebodyElse() {
        Browser.Answer opened = glass(number, "The quay is cleared tonight");

        JsonNode opening = made(opened);
        String id = opening.get("id").stringValue();
        assertThat(opening.get("told").toString())
                .contains(mara.id().toString(), ines.id().toString());
        assertThat(other.get(base).status()).isEqualTo(200);
        assertThat(other.json("POST", base + "/journal", "{\"heading\": \"H\", \"body\": \"B\"}")
                        .body())
                .contains("break-glass-reads-only");
        assertThat(page.get("/").page().select("a[href=/break-glass]").text()).contains("1");
        assertThat(other.json("POST", "/api/v1/break-glass/" + id + "/review", finding())
                        .body())
                .contains("own-opening");
        assertThat(lead.json("POST", "/api/v1/break-glass/" + id + "/review", finding())
                        .body())
                .contains("opening-not-over");
        assertThat(other.json("POST", "/api/v1/break-glass/" + id + "/close", "")
                        .status())
                .isEqualTo(204);
        assertThat(other.get(base).status()).isEqualTo(404);
        assertThat(overseer.json("POST", "/api/v1/break-glass/" + id + "/review", finding())
                        .body())
                .contains("It was right");
        assertThat(lead.json("POST", "/api/v1/break-glass/" + id + "/review", finding())
                        .body())
                .contains("reviewed-already");
        assertThat(lead.get(base + "/trail").body()).contains("access.break-glass");
    }

    @Test
    void aNumberThatIsNoneOfOursOrSealedIsUnknownAlike() {
        lead.json("POST", base + "/seal", "{\"court_order\": \"District court 7 X 12\"}");

        Browser.Answer sealed = glass(number, "The quay is cleared tonight");
        Browser.Answer absent = glass("1999-0001", "The quay is cleared tonight");

        assertThat(sealed.status()).isEqualTo(422);
        assertThat(sealed.body().replace(number, "N").replaceAll("\"trace_id\":\"[^\"]*\"", ""))
                .isEqualTo(absent.body().replace("1999-0001", "N").replaceAll("\"trace_id\":\"[^\"]*\"", ""));
    }

    @Test
    void aSealClosesTheCaseToEverybodyUntilTheOverseerLiftsIt() {
        glass(number, "The quay is cleared tonight");
        String seal = made(lead.json("POST", base + "/seal", "{\"court_order\": \"District court 7 X 12\"}"))
                .get("id")
                .stringValue();

        assertThat(lead.get(base).status()).isEqualTo(404);
        assertThat(other.get(base).status()).as("break-glass").isEqualTo(404);
        assertThat(lead.get("/api/v1/cases").body()).doesNotContain(caseId);
        assertThat(overseer.get("/api/v1/seals").body())
                .contains(number, "7 X 12")
                .doesNotContain("Quay 4");
        assertThat(lead.json("POST", "/api/v1/seals/" + seal + "/lift", "{\"court_order\": \"none\"}")
                        .body())
                .contains("role-missing");
        assertThat(overseer.json("POST", "/api/v1/seals/" + seal + "/lift", "{\"court_order\": \"7 X 14\"}")
                        .status())
                .isEqualTo(204);
        assertThat(lead.get(base).status()).isEqualTo(200);
    }

    @Test
    void aSourceProtectedCaseIsReadByThoseWhoInvestigateAndLeavesInNoFile() {
        give(nuno, "reader");
        String exhibit = upload(base, "a.txt", "");
        lead.send(
                "PATCH",
                base,
                "application/json",
                "{\"caveat\": \"source-protected\"}".getBytes(StandardCharsets.UTF_8),
                "If-Match",
                "\"1\"");

        assertThat(other.get(base).status()).isEqualTo(404);
        assertThat(lead.get(base).status()).isEqualTo(200);
        assertThat(lead.get(base + "/exhibits/" + exhibit + "/content").body()).contains("caveat-source-protected");
    }

    @Test
    void whoCanSeeARecordIsExplainedByWhatIsDone() {
        give(nuno, "reader");
        Browser.Answer who = lead.get(base + "/access/who");

        JsonNode people = JSON.readTree(who.body()).get("people");
        assertThat(people.valueStream().map(p -> p.get("member").stringValue() + p.get("sees")))
                .containsExactlyInAnyOrder(mara.id() + "true", nuno.id() + "true");
        assertThat(lead.get(base + "/access/who?member=" + ines.id()).body()).contains("no-standing");
        Browser.Answer shown = page.get("/cases/" + caseId + "/access/who");
        assertThat(shown.page().text()).contains("Nuno Salt", "Reader", "given by Mara Quill");
    }

    @Test
    void theFootOfARefusalExplainsWithoutSayingWhetherThereIsSomething() {
        Browser stranger = browser(nuno);

        Browser.Answer of = stranger.get("/cases/" + caseId);
        Browser.Answer why = stranger.get(of.page().select("a[href^=/explain/]").attr("href"));
        Browser.Answer none = stranger.get("/cases/" + java.util.UUID.randomUUID());
        Browser.Answer whyNone =
                stranger.get(none.page().select("a[href^=/explain/]").attr("href"));

        assertThat(why.status()).isEqualTo(200);
        assertThat(masked(why)).isEqualTo(masked(whyNone)).contains("no such record", "no standing");
        assertThat(browser(mara)
                        .get(of.page().select("a[href^=/explain/]").attr("href"))
                        .status())
                .as("somebody else's entry")
                .isEqualTo(404);
    }

    private static String masked(Browser.Answer answer) {
        return answer.page()
                .select("main")
                .text()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{1,2} \\w+ \\d{4}, \\d{2}:\\d{2}", "TIME");
    }

    private static Map<String, String> form(String token, String name, String value) {
        var fields = new HashMap<String, String>();
        fields.put("_csrf", token);
        fields.put(name, value);
        return fields;
    }

    private int holds() {
        return JSON.readTree(lead.get(base + "/holds").body()).get("items").size();
    }

    private void give(Member member, String standing) {
        made(lead.json(
                "POST",
                base + "/team",
                "{\"member\": \"%s\", \"standing\": \"%s\", \"reason\": \"Counts\"}".formatted(member.id(), standing)));
    }

    private String make() {
        return made(lead.json("POST", base + "/compartments", "{\"name\": \"Sources\", \"reason\": \"They spoke\"}"))
                .get("id")
                .stringValue();
    }

    private Browser.Answer glass(String of, String reason) {
        return other.json(
                "POST",
                "/api/v1/break-glass",
                "{\"case_number\": \"%s\", \"reason\": \"%s\", \"hours\": 1}".formatted(of, reason));
    }

    private static String finding() {
        return "{\"justified\": true, \"finding\": \"It was right\"}";
    }

    private String upload(String of, String name, String compartment) {
        String[] headers = compartment.isEmpty() ? new String[0] : new String[] {"Plumbline-Compartment", compartment};
        String ingestion = made(lead.send(
                        "POST",
                        of + "/ingestions",
                        "application/json",
                        ("{\"title\": \"" + name + "\", \"expected\": 1}").getBytes(StandardCharsets.UTF_8),
                        headers))
                .get("id")
                .stringValue();
        made(lead.bytes(
                "POST",
                of + "/ingestions/" + ingestion + "/files?path=" + name,
                name.getBytes(StandardCharsets.UTF_8),
                headers));
        JsonNode exhibits =
                JSON.readTree(lead.get(of + "/exhibits", headers).body()).get("items");
        return exhibits.get(exhibits.size() - 1).get("id").stringValue();
    }

    private static Browser.Answer inside(Browser as, String method, String path, String body, String compartment) {
        return as.send(
                method,
                path,
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                "Plumbline-Compartment",
                compartment);
    }

    private static JsonNode made(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
