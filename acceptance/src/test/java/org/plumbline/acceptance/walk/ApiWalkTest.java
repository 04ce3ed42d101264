package org.plumbline.acceptance.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;
import org.plumbline.kernel.Digest;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiWalkTest {
    private static final byte[] FILE =
            "The second survey of the breakwater was never ordered.\n".getBytes(StandardCharsets.UTF_8);

    private final java.nio.file.Path folder = Scratch.folder("api-walk");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private Installation demo;
    private Api api;

    @BeforeAll
    void start() {
        demo = Installation.demo(folder);
        api = new Api(demo.address(), demo.printed().token());
    }

    @AfterAll
    void end() {
        demo.close();
        Scratch.delete(folder);
    }

    @Test
    void programWorksOnACaseFromItsOpeningToItsTrail() throws IOException {
        Api.Answer opened = api.send("POST", "/cases", opening("Breakwater")).expect(201);
        String path = "/cases/" + opened.text("id");

        Api.Answer draft = api.send("POST", path + "/journal", Map.of("heading", "Two surveys", "body", "One order."))
                .expect(201);
        String entry = path + "/journal/" + draft.text("id");
        assertThat(api.send("POST", entry + "/sign-off", Map.of()).status()).isEqualTo(428);
        api.send("POST", entry + "/sign-off", Map.of(), "If-Match", draft.etag())
                .expect(200);
        assertThat(api.send("PUT", entry, Map.of("heading", "Other"), "If-Match", draft.etag())
                        .status())
                .isEqualTo(409);
        api.send("POST", path + "/tasks", task(opened.text("lead"))).expect(201);
        api.send("POST", path + "/subjects", subject()).expect(201);

        JsonNode trail = api.get(path + "/trail").expect(200).body();
        assertThat(trail.required("items")
                        .valueStream()
                        .map(e -> e.required("kind").asString()))
                .contains("act", "refusal");
        assertThat(api.all(path + "/tasks", "before")).hasSize(1);
        assertThat(api.all(path + "/subjects", "before")).hasSize(1);
    }

    @Test
    void fileSentTwiceUnderOneKeyIsReceivedOnceReadAndHandedBackUnchanged() throws IOException {
        String path = "/cases/"
                + api.send("POST", "/cases", opening("Mole")).expect(201).text("id");
        Api.Answer begun = api.send("POST", path + "/ingestions", Map.of("title", "One paper"))
                .expect(201);
        String ingestion = path + "/ingestions/" + begun.text("id");

        Api.Answer first = send(ingestion);
        Api.Answer again = send(ingestion);
        api.send("POST", ingestion + "/complete", Map.of()).expect(200);
        Deadline.require(Duration.ofMinutes(2), "the file read", () -> open(ingestion) == 0);

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        var items = api.all(ingestion + "/items", "after");
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().required("state").asString()).isEqualTo("indexed");
        var digest = Digest.sha256();
        api.download(path + "/exhibits/" + first.text("exhibit") + "/content", digest::update);
        assertThat(Digest.finish(digest)).isEqualTo(Digest.of(FILE));
        assertThat(api.get(path + "/documents/"
                                + items.getFirst().required("document").asString() + "/text")
                        .expect(200)
                        .text("text"))
                .contains("never ordered");
    }

    @Test
    void withoutATokenOrWithBadInputTheAnswerIsAProblemWithACode() throws IOException {
        assertThat(new Api(demo.address(), "plt_none").get("/cases").status()).isEqualTo(401);

        Api.Answer refused = api.send("POST", "/cases", Map.of("title", "No authority"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .required("errors")
                        .valueStream()
                        .map(e -> e.required("field").asString()))
                .contains("legal_basis", "purpose", "valid_until");
    }

    private Api.Answer send(String ingestion) throws IOException {
        return api.upload(ingestion + "/files?path=survey%2Fnote.txt", FILE, "Idempotency-Key", "note")
                .expect(201);
    }

    private long open(String ingestion) {
        try {
            return api.get(ingestion).expect(200).body().required("open").asLong();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, String> opening(String title) {
        return Map.of(
                "title", title,
                "type", "procurement",
                "legal_basis", "Inspection Act, section 12",
                "reference", "IO-2031/204",
                "purpose", "Reconciling two surveys of the breakwater",
                "valid_from", today.toString(),
                "valid_until", today.plusDays(60).toString());
    }

    private Map<String, String> task(String owner) {
        return Map.of(
                "title",
                "Ask for both orders",
                "assignee",
                owner,
                "due",
                today.plusDays(5).toString());
    }

    private Map<String, String> subject() {
        return Map.of(
                "name", "Breakwater Surveys Ltd",
                "kind", "organisation",
                "role", "other",
                "basis", "Named as surveyor on both surveys",
                "review_due", today.plusDays(180).toString());
    }
}
