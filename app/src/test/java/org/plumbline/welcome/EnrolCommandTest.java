package org.plumbline.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the holder of the data folder does is on the trail, like what members do. */
class EnrolCommandTest extends ApplicationTest {
    @Autowired
    private JdbcClient db;

    private Organisation office;
    private Browser overseer;

    @BeforeEach
    void people() {
        office = organisation();
        overseer = api(member(office, "Oda Pell", Role.OVERSEER));
    }

    @Test
    void anEnrolmentSaysWhoWasMadeWhatAndThatTheFolderHolderDidIt() throws IOException {
        Browser.Answer link = enrol(office.name(), "Mara Quill", "investigator");

        JsonNode entry = newest("act");
        assertThat(link.body()).startsWith("/sign-in/");
        assertThat(entry.get("action").stringValue()).isEqualTo("identity.enrol-from-folder");
        assertThat(entry.get("channel").stringValue()).isEqualTo("command");
        assertThat(link.body()).endsWith("\ninvestigator");
        assertThat(entry.get("facts").get("roles").stringValue()).isEmpty();
        assertThat(entry.get("facts").get("waiting").stringValue()).isEqualTo("investigator");
        assertThat(entry.get("facts").get("organisation").stringValue()).isEqualTo(office.name());
        assertThat(entry.get("facts").get("organisation-made").stringValue()).isEqualTo("false");
        assertThat(entry.get("records").get(0).get("kind").stringValue()).isEqualTo("member");
        assertThat(overseerPage()).contains("Holder of the data folder", "Enrolled a member from the data folder");
    }

    @Test
    void theOrganisationMadeWithItsFirstMemberHasTheEntryOnItsOwnTrail() throws IOException {
        String name = office.name() + ", branch";

        enrol(name, "Oda Pell", "overseer");

        var seen = browser(enrolment.member(enrolment.organisation(name, office.zone()), "Oda Pell", Set.of()))
                .get("/oversight");
        assertThat(seen.body()).contains("Enrolled the first of their role, from the data folder");
    }

    @Test
    void aRefusalIsOnTheTrailAndLeavesNothing() throws IOException {
        enrol(office.name(), "Mara Quill", "investigator");

        Browser.Answer again = enrol(office.name(), "Mara Quill", "administrator");
        JsonNode taken = newest("refusal");
        Browser.Answer unknown = enrol(office.name() + ", nowhere", "Mara Quill", "wizard");

        assertThat(again.status()).isEqualTo(409);
        assertThat(taken.get("reason").stringValue()).isEqualTo("member-exists");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(db.sql("select count(*) from identity.organisation where name = :name")
                        .param("name", office.name() + ", nowhere")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Browser.Answer enrol(String organisation, String name, String role) throws IOException {
        String secret = ServerFile.read(data).secret();
        String form = "organisation=%s&name=%s&role=%s"
                .formatted(organisation, name, role)
                .replace(" ", "+");
        return browser()
                .send(
                        "POST",
                        "/command/enrol",
                        "application/x-www-form-urlencoded",
                        form.getBytes(StandardCharsets.UTF_8),
                        "Plumbline-Command",
                        secret);
    }

    private JsonNode newest(String kind) {
        return JsonMapper.builder()
                .build()
                .readTree(overseer.get("/api/v1/trail?kind=" + kind).body())
                .get("items")
                .get(0);
    }

    private String overseerPage() {
        return browser(enrolment.member(office, "Oda Pell", Set.of()))
                .get("/oversight")
                .body();
    }
}
