package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who places holds, on what, until when, who lifts them, and what they stop. */
class HoldsTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    private StandingHolds standing;

    @Value("${plumbline.database.url}")
    private String url = "";

    @Autowired
    private PlatformTransactionManager transactions;

    private Member mara;
    private Browser lead;
    private Browser supervisor;
    private Browser overseer;
    private Browser administrator;
    private String caseId = "";
    private String base = "";

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        Member soren = member(organisation, "Soren Vale", Role.SUPERVISOR);
        lead = api(mara);
        supervisor = api(soren);
        overseer = api(member(organisation, "Ines Abernal", Role.OVERSEER));
        administrator = api(member(organisation, "Ada Finch", Role.ADMINISTRATOR));
        caseId = made(lead.json("POST", "/api/v1/cases", """
                {"title": "Quay 4", "type": "inquiry", "legal_basis": "Act", "reference": "IO-7",
                 "purpose": "Contract reconciliation", "valid_from": "%s", "valid_until": "%s"}
                """.formatted(today, today.plusDays(60))))
                .get("id")
                .stringValue();
        base = "/api/v1/cases/" + caseId;
        made(lead.json("POST", base + "/team", """
                {"member": "%s", "standing": "supervisor", "reason": "Supervises"}""".formatted(soren.id())));
    }

    @Test
    void whoPlacedAHoldDoesNotLiftIt() {
        String hold = place("case", "");

        Browser.Answer mine = lift(lead, hold);
        Browser.Answer another = lift(supervisor, hold);

        assertThat(mine.status()).isEqualTo(409);
        assertThat(mine.body()).contains("hold-is-yours", "Another lead or supervisor lifts it");
        assertThat(another.status()).isEqualTo(204);
        assertThat(inForce()).isZero();
        assertThat(lift(supervisor, hold).status()).isEqualTo(404);
    }

    @Test
    void aHoldSaysWhoAuthorityReasonScopeAndUntil() {
        String exhibit = exhibit();

        place("exhibit:" + exhibit, today.plusDays(3).toString());

        JsonNode hold =
                JSON.readTree(lead.get(base + "/holds").body()).get("items").get(0);
        assertThat(hold.get("covers").stringValue()).isEqualTo("exhibit:" + exhibit);
        assertThat(hold.get("authority").stringValue()).isEqualTo("District court 7 X 12");
        assertThat(hold.get("why").stringValue()).isEqualTo("Proceedings announced");
        assertThat(hold.get("until").stringValue()).isEqualTo(today.plusDays(3).toString());
        assertThat(hold.get("placed_by").stringValue()).isEqualTo(mara.id().toString());
        assertThat(protection().text())
                .contains("E0001 letter.txt", "District court 7 X 12", "You placed it: another lifts it");
    }

    @Test
    void whatIsWrongWithAHoldIsSaidFieldByField() {
        assertThat(problem("{}")).contains("authority", "why");
        assertThat(problem(hold("exhibit:" + caseId, ""))).contains("hold-of-nothing", "covers");
        assertThat(problem(hold("person:" + caseId, ""))).contains("hold-of-nothing");
        assertThat(problem(hold("exhibit", ""))).contains("hold-of-nothing");
        assertThat(problem(hold("case", "2020-01-01"))).contains("hold-ends-in-the-past", "2020-01-01");
        assertThat(problem(hold("case", "soon"))).contains("field-not-a-date");
        assertThat(inForce()).isZero();
    }

    @Test
    void aHoldOnAnotherCasesExhibitIsAHoldOnNothing() {
        String foreign = made(supervisor.json("POST", "/api/v1/cases", """
                {"title": "Shed 2", "type": "inquiry", "legal_basis": "Act", "reference": "IO-8",
                 "purpose": "Stock", "valid_from": "%s", "valid_until": "%s"}
                """.formatted(today, today.plusDays(60))))
                .get("id")
                .stringValue();
        String exhibit = exhibit(supervisor, "/api/v1/cases/" + foreign);

        assertThat(problem(hold("exhibit:" + exhibit, ""))).contains("hold-of-nothing");
    }

    @Test
    void aHoldOnAnExhibitKeepsThatOneAndTheCaseAsAWhole() {
        String held = exhibit();
        String other = exhibit();
        place("exhibit:" + held, "");

        assertThat(letGo(held)).isEqualTo("hold-in-force");
        assertThat(letGo(other)).isEmpty();
        assertThat(letGo()).isEqualTo("hold-in-force");
    }

    @Test
    void aHoldOnASubjectKeepsEverything() {
        String exhibit = exhibit();
        String subject = made(lead.json("POST", base + "/subjects", """
                {"name": "Quay Nine Holding", "kind": "organisation", "role": "suspect", "basis": "Ledger",
                 "review_due": "%s"}""".formatted(today.plusDays(30))))
                .get("id")
                .stringValue();
        place("subject:" + subject, "");

        assertThat(letGo(exhibit)).isEqualTo("hold-in-force");
        assertThat(protection().text()).contains("Quay Nine Holding");
    }

    @Test
    void aHoldWhoseLastDayHasPassedStopsNothing() {
        String hold = place("case", today.plusDays(1).toString());
        assertThat(letGo()).isEqualTo("hold-in-force");

        makeOver(hold);

        assertThat(letGo()).isEmpty();
        assertThat(inForce()).isZero();
    }

    @Test
    void whileAHoldIsInForceNoEntryOfTheCaseIsErased() {
        lead.json("POST", base + "/journal", "{\"heading\": \"Call\", \"body\": \"Heard\"}");
        String entry = JSON.readTree(lead.get(base + "/trail").body())
                .get("items")
                .get(0)
                .get("id")
                .stringValue();
        String asked = made(overseer.json("POST", "/api/v1/trail/" + entry + "/erasure", """
                        {"ground": "Data Act, section 9", "reason": "Asked by the person"}"""))
                .get("id")
                .stringValue();
        String hold = place("case", "");

        Browser.Answer held = administrator.json("POST", "/api/v1/erasures/" + asked + "/confirm", "");

        assertThat(held.status()).isEqualTo(409);
        assertThat(held.body()).contains("hold-in-force");
        lift(supervisor, hold);
        assertThat(administrator
                        .json("POST", "/api/v1/erasures/" + asked + "/confirm", "")
                        .status())
                .isEqualTo(200);
    }

    private Element protection() {
        Browser browser = browser(mara);
        Browser.Answer asked = browser.ask("/cases/" + caseId + "/protection");
        return browser.submit(asked, "/purpose", Map.of()).page();
    }

    private void makeOver(String hold) {
        try (Connection records = TestPostgres.server().asSuperuser(url.replaceAll(".*/", ""));
                var statement =
                        records.prepareStatement("update access.hold_placed set until = ? where id = ?::uuid")) {
            statement.setObject(1, today.minusDays(2));
            statement.setString(2, hold);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String place(String covers, String until) {
        return made(lead.json("POST", base + "/holds", hold(covers, until)))
                .get("id")
                .stringValue();
    }

    private static String hold(String covers, String until) {
        return """
                {"covers": "%s", "authority": "District court 7 X 12", "why": "Proceedings announced", "until": "%s"}
                """.formatted(covers, until);
    }

    private String problem(String body) {
        Browser.Answer refused = lead.json("POST", base + "/holds", body);
        assertThat(refused.status()).isEqualTo(422);
        return refused.body();
    }

    private Browser.Answer lift(Browser by, String hold) {
        return by.json("POST", base + "/holds/" + hold + "/lift", "{\"reason\": \"Proceedings over\"}");
    }

    private int inForce() {
        return JSON.readTree(lead.get(base + "/holds").body()).get("items").size();
    }

    /** The code with which letting something go is refused; empty when it is not. */
    private String letGo(String... exhibit) {
        return Acting.as(
                acting(mara),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    try {
                        if (exhibit.length == 0) {
                            standing.letGo(new CaseId(UUID.fromString(caseId)));
                        } else {
                            standing.letGo(new CaseId(UUID.fromString(caseId)), List.of(UUID.fromString(exhibit[0])));
                        }
                        return "";
                    } catch (Refused refused) {
                        return refused.refusal().code();
                    }
                }));
    }

    private String exhibit() {
        return exhibit(lead, base);
    }

    private static JsonNode made(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return JSON.readTree(answer.body());
    }

    private static String exhibit(Browser by, String of) {
        String ingestion = made(by.json("POST", of + "/ingestions", "{\"title\": \"Post\", \"expected\": 1}"))
                .get("id")
                .stringValue();
        made(by.bytes(
                "POST",
                of + "/ingestions/" + ingestion + "/files?path=letter.txt",
                ("A letter of " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)));
        JsonNode exhibits = JSON.readTree(by.get(of + "/exhibits").body()).get("items");
        return exhibits.get(exhibits.size() - 1).get("id").stringValue();
    }
}
