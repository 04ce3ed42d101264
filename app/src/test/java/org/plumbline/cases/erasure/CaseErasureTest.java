package org.plumbline.cases.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case is erased by two who decide on it, whole, and nothing else is touched. */
class CaseErasureTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Value("${plumbline.database.url}")
    private String url = "";

    private Member soren;
    private Browser lead;
    private Browser supervisor;
    private Browser overseer;
    private String caseId = "";
    private String number = "";
    private String base = "";

    @BeforeEach
    void people() {
        var organisation = organisation();
        lead = api(member(organisation, "Mara Quill", Role.INVESTIGATOR));
        soren = member(organisation, "Soren Vale", Role.SUPERVISOR);
        supervisor = api(soren);
        overseer = api(member(organisation, "Ines Abernal", Role.OVERSEER));
        JsonNode file = open("Quay 4");
        caseId = file.get("id").stringValue();
        number = file.get("number").stringValue();
        base = "/api/v1/cases/" + caseId;
        fill(base);
    }

    @Test
    void nothingOfAnErasedCaseIsLeftInTheRecordsTheVaultAndTheIndex() {
        JsonNode other = open("Quay 5");
        fill("/api/v1/cases/" + other.get("id").stringValue());
        Map<String, Long> untouched = rows(other.get("id").stringValue());
        assertThat(rows(caseId)).containsKeys("documents.document_text", "cases.journal_entry", "access.compartment");
        assertThat(data.resolve("vault").resolve(caseId)).isNotEmptyDirectory();
        String asked = ask();

        Browser.Answer done = confirm(supervisor, asked, number);

        assertThat(done.status()).as(done.body()).isEqualTo(204);
        assertThat(rows(caseId)).isEmpty();
        assertThat(rows(other.get("id").stringValue())).isEqualTo(untouched);
        await(() -> places(overseer).contains("index"));
        assertThat(Files.exists(data.resolve("vault").resolve(caseId))).isFalse();
        assertThat(lead.get(base).status()).isEqualTo(404);
        assertThat(lead.get("/api/v1/search?q=dredging").body())
                .doesNotContain(caseId)
                .contains(other.get("id").stringValue());
    }

    @Test
    void whoAskedDoesNotConfirm() {
        String asked = ask();

        Browser.Answer mine = confirm(lead, asked, number);

        assertThat(mine.status()).isEqualTo(409);
        assertThat(mine.body()).contains("erasure-is-yours");
        assertThat(lead.get(base).status()).isEqualTo(200);
    }

    @Test
    void theNumberIsTypedAgain() {
        String asked = ask();

        Browser.Answer wrong = confirm(supervisor, asked, "1999-0001");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("erasure-of-another-case", "1999-0001");
        assertThat(lead.get(base).status()).isEqualTo(200);
    }

    @Test
    void aHoldStopsBothAskingAndConfirming() {
        String asked = ask();
        made(lead.json("POST", base + "/holds", "{\"authority\": \"7 X 12\", \"why\": \"Announced\"}"));

        Browser.Answer held = confirm(supervisor, asked, number);
        supervisor.json("POST", base + "/erasures/" + asked + "/decline", "{\"reason\": \"Held\"}");

        assertThat(held.status()).isEqualTo(403);
        assertThat(held.body()).contains("hold-in-force");
        assertThat(lead.json("POST", base + "/erasures", "{\"ground\": \"Schedule 4\", \"reason\": \"Again\"}")
                        .body())
                .contains("hold-in-force");
        assertThat(rows(caseId)).isNotEmpty();
    }

    @Test
    void whatWasDeclinedMayBeAskedAgainAndWhatWaitsMayNot() {
        String asked = ask();
        assertThat(lead.json("POST", base + "/erasures", "{\"ground\": \"Schedule 4\", \"reason\": \"Twice\"}")
                        .body())
                .contains("case-erasure-asked");

        assertThat(supervisor
                        .json("POST", base + "/erasures/" + asked + "/decline", "{\"reason\": \"Wanted again\"}")
                        .status())
                .isEqualTo(204);

        assertThat(confirm(supervisor, asked, number).body()).contains("case-erasure-decided");
        ask();
        assertThat(lead.get(base + "/erasures").body()).contains("Wanted again");
    }

    @Test
    void theOverseerSeesTheCertificateAndTheEntryOfTheErasure() {
        confirm(supervisor, ask(), number);
        await(() -> places(overseer).contains("index"));

        String certificate = overseer.get("/api/v1/erased-cases").body();

        assertThat(certificate).contains(number, "Schedule 4", "\"place\":\"records\"", "\"left\":\"own-database\"");
        assertThat(overseer.get("/api/v1/trail").body()).contains("cases.erase");
        assertThat(lead.get("/api/v1/erased-cases").status()).isEqualTo(403);
        Browser page = browser(soren);
        assertThat(page.get("/cases/" + caseId + "/erasure").status()).isEqualTo(404);
    }

    @Test
    void withoutTheConfirmationOfAnotherTheDatabaseErasesNothing() throws SQLException {
        String asked = ask();

        try (Connection all = superuser();
                Statement statement = all.createStatement()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    SQLException.class,
                                    () -> statement.execute("select cases.erase_rows('" + asked + "')"))
                            .getMessage())
                    .contains("is not confirmed in this transaction");
        }
        assertThat(rows(caseId)).isNotEmpty();
    }

    private JsonNode open(String title) {
        JsonNode file = made(lead.json("POST", "/api/v1/cases", """
                {"title": "%s", "type": "inquiry", "legal_basis": "Act", "reference": "IO-7",
                 "purpose": "Contract reconciliation", "valid_from": "%s", "valid_until": "%s"}
                """.formatted(title, today, today.plusDays(60))));
        made(lead.json("POST", "/api/v1/cases/" + file.get("id").stringValue() + "/team", """
                {"member": "%s", "standing": "supervisor", "reason": "Supervises"}""".formatted(soren.id())));
        return file;
    }

    private void fill(String of) {
        made(lead.json("POST", of + "/journal", "{\"heading\": \"Call\", \"body\": \"Heard of the dredging\"}"));
        made(lead.json("POST", of + "/compartments", "{\"name\": \"Sources\", \"reason\": \"They spoke\"}"));
        String ingestion = made(lead.json("POST", of + "/ingestions", "{\"title\": \"Post\", \"expected\": 1}"))
                .get("id")
                .stringValue();
        made(lead.bytes(
                "POST",
                of + "/ingestions/" + ingestion + "/files?path=letter.txt",
                ("A letter about dredging in " + of).getBytes(StandardCharsets.UTF_8)));
        made(lead.json("POST", of + "/ingestions/" + ingestion + "/complete", ""));
        await(() -> rows(of.substring(of.lastIndexOf('/') + 1)).containsKey("documents.document_text"));
    }

    private String ask() {
        return made(lead.json("POST", base + "/erasures", "{\"ground\": \"Schedule 4\", \"reason\": \"Time\"}"))
                .get("id")
                .stringValue();
    }

    private Browser.Answer confirm(Browser by, String asked, String typed) {
        return by.json("POST", base + "/erasures/" + asked + "/confirm", "{\"number\": \"" + typed + "\"}");
    }

    private static String places(Browser overseer) {
        return JSON.readTree(overseer.get("/api/v1/erased-cases").body())
                .get("items")
                .get(0)
                .get("cleared")
                .toString();
    }

    /** How many rows of a case each table has, past every wall; those that account for people are left out. */
    private Map<String, Long> rows(String of) {
        var found = new TreeMap<String, Long>();
        try (Connection all = superuser();
                Statement statement = all.createStatement();
                Statement counting = all.createStatement();
                ResultSet tables = statement.executeQuery("select t::text from cases.tables_of_cases() t")) {
            while (tables.next()) {
                try (ResultSet row = counting.executeQuery(
                        "select count(*) from " + tables.getString(1) + " where case_id = '" + of + "'")) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        found.put(tables.getString(1), row.getLong(1));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection superuser() throws SQLException {
        return TestPostgres.server().asSuperuser(url.replaceAll(".*/", ""));
    }

    private static JsonNode made(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static void await(BooleanSupplier condition) {
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
