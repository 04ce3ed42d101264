package org.plumbline.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the trail says of bytes that left. */
class DownloadTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGE = 24_000_000;

    @Autowired
    private Cases cases;

    private Browser api;
    private String token;
    private CaseFile file;
    private String content;

    @BeforeEach
    void anExhibit() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        token = enrolment.token(mara.id(), "test", true, Duration.ofHours(1));
        api = browser().withToken(token);
        file = Acting.as(acting(mara), () -> cases.open(harbour()));
        String ingestions = "/api/v1/cases/" + file.id() + "/ingestions";
        String ingestion = text(api.json("POST", ingestions, "{\"title\": \"Quay\"}"), "id");
        byte[] bytes = new byte[LARGE];
        new Random(2031).nextBytes(bytes);
        String exhibit =
                text(api.bytes("POST", ingestions + "/" + ingestion + "/files?path=quay.bin", bytes), "exhibit");
        content = "/api/v1/cases/" + file.id() + "/exhibits/" + exhibit + "/content";
    }

    @Test
    void aWholeDownloadIsRecordedWithItsEnd() {
        var answer = api.get(content);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode end = awaitEnd();
        assertThat(end.get("facts").get("ended").stringValue()).isEqualTo("complete");
        assertThat(end.get("facts").get("bytes-sent").stringValue()).isEqualTo(Integer.toString(LARGE));
        assertThat(end.get("facts").get("download").stringValue()).isEqualTo(answer.header("Plumbline-Entry"));
    }

    @Test
    void aDownloadThatTheReaderCutsOffSaysHowMuchLeft() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("GET " + content + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(10_000)).hasSize(10_000);
        }

        JsonNode facts = awaitEnd().get("facts");
        assertThat(facts.get("ended").stringValue()).isEqualTo("cut-off");
        assertThat(Long.parseLong(facts.get("bytes-sent").stringValue())).isLessThan(LARGE);
        assertThat(facts.get("bytes-whole").stringValue()).isEqualTo(Integer.toString(LARGE));
    }

    @Test
    void askingForTheHeadOrForWhatIsKnownIsAReadingLikeAnyOther() throws Exception {
        String etag = api.get(content).header("ETag");
        long before = openings();

        int known = api.get(content, "If-None-Match", etag).status();
        int head = head();

        assertThat(known).isEqualTo(304);
        assertThat(head).isEqualTo(200);
        assertThat(openings()).isEqualTo(before + 2);
    }

    private int head() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + content))
                                    .header("Authorization", "Bearer " + token)
                                    .HEAD()
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private long openings() {
        return trail().stream()
                .filter(e -> e.get("action").stringValue().equals("custody.open-original"))
                .count();
    }

    private JsonNode awaitEnd() {
        Instant latest = Instant.now().plusSeconds(20);
        while (true) {
            Optional<JsonNode> end = trail().stream()
                    .filter(e -> e.get("action").stringValue().equals("audit.download-ended"))
                    .findFirst();
            if (end.isPresent()) {
                return end.get();
            }
            assertThat(Instant.now()).as("the end is recorded").isBefore(latest);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private List<JsonNode> trail() {
        return JSON.readTree(api.get("/api/v1/cases/" + file.id() + "/trail").body())
                .get("items")
                .valueStream()
                .toList();
    }

    private static String text(Browser.Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body()).get(field).stringValue();
    }

    private static OpenCase harbour() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(1),
                today.plusDays(30),
                Optional.empty());
    }
}
