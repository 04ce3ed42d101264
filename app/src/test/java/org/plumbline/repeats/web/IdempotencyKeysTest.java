package org.plumbline.repeats.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyKeysTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CASES = "/api/v1/cases";

    @Autowired
    private JdbcClient db;

    private Organisation organisation;
    private Browser mara;
    private Browser overseer;

    @BeforeEach
    void people() {
        organisation = organisation();
        mara = api(member(organisation, "Mara Quill", Role.INVESTIGATOR));
        overseer = api(member(organisation, "Oda Pell", Role.OVERSEER));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefusedAndDoesNothing() {
        open("Harbour", "k-1");

        Browser.Answer other = open("Mole", "k-1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
        assertThat(JSON.readTree(other.body()).get("code").stringValue()).isEqualTo("idempotency-key-reused");
        assertThat(mara.get(CASES).body()).contains("Harbour").doesNotContain("Mole");
        assertThat(overseer.get("/api/v1/trail?kind=refusal").body()).contains("idempotency-key-reused");
    }

    @Test
    void anotherPreconditionIsAnotherRequest() {
        String path = CASES + "/" + id(open("Harbour", "k-1"));
        mara.json("PATCH", path, "{\"title\": \"Quay\"}", "If-Match", "\"1\"", "Idempotency-Key", "k-2");

        var other = mara.json("PATCH", path, "{\"title\": \"Quay\"}", "If-Match", "\"2\"", "Idempotency-Key", "k-2");

        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void ofManyAtOnceOneIsDoneAndTheOthersSayToComeAgain() throws Exception {
        int many = 8;
        var start = new CyclicBarrier(many);
        List<Browser.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Browser.Answer> send = () -> {
                start.await();
                return open("Harbour", "k-1");
            };
            List<Future<Browser.Answer>> sent = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                sent.add(threads.submit(send));
            }
            for (Future<Browser.Answer> one : sent) {
                answers.add(one.get());
            }
        }

        assertThat(answers)
                .anyMatch(a -> a.status() == 201)
                .allMatch(
                        a -> a.status() == 201 || (a.status() == 409 && a.body().contains("idempotency-key-in-use")));
        assertThat(JSON.readTree(mara.get(CASES).body()).get("items").size()).isEqualTo(1);
        assertThat(open("Harbour", "k-1").status()).isEqualTo(201);
    }

    @Test
    void aKeyIsOnesOwnAndOfOneAddress() {
        Browser ines = api(member(organisation(), "Ines Abernal", Role.INVESTIGATOR));
        Browser.Answer first = open("Harbour", "k-1");

        var others = ines.json("POST", CASES, harbour("Harbour"), "Idempotency-Key", "k-1");
        var elsewhere = mara.json(
                "POST", CASES + "/" + id(first) + "/journal", "{\"heading\": \"Call\"}", "Idempotency-Key", "k-1");

        assertThat(others.status()).isEqualTo(201);
        assertThat(id(others)).isNotEqualTo(id(first));
        assertThat(elsewhere.status()).isEqualTo(201);
    }

    @Test
    void aRefusalIsOnTheTrailOnceEachTimeAndLeavesTheKeyFree() {
        Browser.Answer refused = mara.json("POST", CASES, "{\"title\": \"Harbour\"}", "Idempotency-Key", "k-1");
        String path = CASES + "/" + id(open("Harbour", "k-1")) + "/journal";
        var malformed =
                mara.json("POST", path, "{\"heading\": \"\"}", "Idempotency-Key", "k-2"); // refused inside the act

        assertThat(refused.status()).isEqualTo(422);
        assertThat(malformed.status()).isEqualTo(422);
        assertThat(JSON.readTree(overseer.get("/api/v1/trail?kind=refusal").body())
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(mara.json("POST", path, "{\"heading\": \"Call\"}", "Idempotency-Key", "k-2")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aWordThatIsNoKeyIsNamed() {
        Browser.Answer refused = mara.json("POST", CASES, harbour("Harbour"), "Idempotency-Key", "x".repeat(201));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("idempotency-key-malformed", "1 to 200 printable");
    }

    @Test
    void whoLostTheCaseIsNotShownTheAnswerAgain() {
        String path = CASES + "/" + id(open("Harbour", "k-1"));
        Member nuno = member(organisation, "Nuno Salt", Role.INVESTIGATOR);
        var given = mara.json(
                "POST",
                path + "/team",
                "{\"member\": \"%s\", \"standing\": \"investigator\", \"reason\": \"Counts\"}"
                        .formatted(nuno.id().value()));
        Browser api = api(nuno);
        String[] call = {"POST", path + "/journal", "{\"heading\": \"Call\"}", "Idempotency-Key", "k-1"};
        assertThat(api.json(call[0], call[1], call[2], call[3], call[4]).status())
                .isEqualTo(201);

        mara.json("POST", path + "/team/" + id(given) + "/end", "{\"reason\": \"Done\"}");
        Browser.Answer again = api.json(call[0], call[1], call[2], call[3], call[4]);

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).doesNotContain("Call");
    }

    @Test
    void afterADayTheKeyIsFreeAndTheAnswerGone() throws SQLException {
        Browser.Answer first = open("Harbour", "k-1");
        String url = db.sql("select current_database()").query(String.class).single();
        try (var behind = TestPostgres.server().asSuperuser(url);
                var age = behind.createStatement()) {
            age.execute("update repeats.kept_answer set recorded_at = recorded_at - interval '25 hours'");
        }

        Browser.Answer later = open("Harbour", "k-1");

        assertThat(later.status()).isEqualTo(201);
        assertThat(id(later)).isNotEqualTo(id(first));
    }

    @Test
    void theRecordsHoldNeitherTheSendersWordNorWhatWasAnswered() throws SQLException {
        String key = "3f1c8a52-77aa-4c0e-9a55-0c9d6f1f2b11";
        String id = id(open("Harbour", key));
        String url = db.sql("select current_database()").query(String.class).single();

        try (var behind = TestPostgres.server().asSuperuser(url);
                var rows = behind.createStatement()
                        .executeQuery("select key_digest, encode(sealed, 'escape') as sealed,"
                                + " k::text as whole from repeats.kept_answer k")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("sealed")).doesNotContain(id).doesNotContain("Harbour");
            assertThat(rows.getString("whole")).doesNotContain(key).doesNotContain("Harbour");
        }
        assertThat(id(open("Harbour", key))).isEqualTo(id);
    }

    @Test
    void aFileSentAgainIsOneExhibitAndOtherBytesAreRefused() {
        String path = CASES + "/" + id(open("Harbour", "k-1"));
        String files =
                path + "/ingestions/" + id(mara.json("POST", path + "/ingestions", "{\"title\": \"Q\"}")) + "/files";

        var first = mara.bytes("POST", files + "?path=a.txt", bytes("Once."), "Idempotency-Key", "a");
        var again = mara.bytes("POST", files + "?path=a.txt", bytes("Once."), "Idempotency-Key", "a");
        var other = mara.bytes("POST", files + "?path=a.txt", bytes("Twice."), "Idempotency-Key", "a");
        var elsewhere = mara.bytes("POST", files + "?path=b.txt", bytes("Once."), "Idempotency-Key", "a");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(JSON.readTree(mara.get(path + "/exhibits").body())
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    private Browser.Answer open(String title, String key) {
        return mara.json("POST", CASES, harbour(title), "Idempotency-Key", key);
    }

    private static String harbour(String title) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return """
                {"title": "%s", "type": "inquiry", "legal_basis": "Inspection Act, section 12",
                 "reference": "IO-2031/7", "purpose": "Contract reconciliation",
                 "valid_from": "%s", "valid_until": "%s"}""".formatted(title, today.minusDays(1), today.plusDays(60));
    }

    private static String id(Browser.Answer answer) {
        return JSON.readTree(answer.body()).get("id").stringValue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
