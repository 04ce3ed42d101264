package org.plumbline.acceptance.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;
import tools.jackson.databind.JsonNode;

/** What a person or program may send by mistake or on purpose: the answer says so, and nothing stays half done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final long BEYOND_THE_LIMIT = 12L << 30;

    private final Path folder = Scratch.folder("bad-input");
    private Installation demo;
    private Api api;
    private String path;
    private String ingestion;

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

    @BeforeEach
    void begin() throws IOException {
        path = api.get("/cases")
                .body()
                .path("items")
                .valueStream()
                .filter(file -> file.required("title").asString().equals("Harbour"))
                .map(file -> "/cases/" + file.required("id").asString())
                .findFirst()
                .orElseThrow();
        ingestion = path + "/ingestions/"
                + api.send("POST", path + "/ingestions", Map.of("title", "Papers"))
                        .expect(201)
                        .text("id");
    }

    @Test
    void uploadCutOffOnTheWireLeavesNoExhibitNoItemAndNoBytes() throws IOException {
        int exhibits = api.all(path + "/exhibits", "after").size();

        try (var socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(head(ingestion + "/files?path=cut.bin", "application/octet-stream", 5_000_000)
                    .getBytes(StandardCharsets.UTF_8));
            out.write(new byte[700_000]);
            out.flush();
            Deadline.require(Duration.ofSeconds(20), "bytes on their way into the vault", () -> parts() > 0);
        }

        Deadline.require(Duration.ofSeconds(20), "no part of the file in the vault", () -> parts() == 0);
        assertThat(api.all(ingestion + "/items", "after")).isEmpty();
        assertThat(api.all(path + "/exhibits", "after")).hasSize(exhibits);
        api.upload(ingestion + "/files?path=cut.bin", new byte[] {1, 2, 3}).expect(201);
        assertThat(api.all(ingestion + "/items", "after")).hasSize(1);
    }

    @Test
    void filesBeyondTheLimitAreRefusedWithAPageThatSaysSo() throws IOException {
        try (var chromium = new Chromium();
                var context = chromium.browser().newContext()) {
            var page = context.newPage();
            page.navigate(demo.printed().link("investigator"));
            page.navigate(demo.address() + path + "/documents");
            Window.sayPurpose(page);
            var token = page.locator("meta[name=csrf]");
            String cookies = context.cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .reduce((one, other) -> one + "; " + other)
                    .orElseThrow();
            String headers = "Cookie: " + cookies + "\r\n" + token.getAttribute("data-header") + ": "
                    + token.getAttribute("content") + "\r\n";

            String answer = sendHead("POST " + path + "/ingestions HTTP/1.1\r\nHost: localhost\r\n" + headers
                    + "Content-Type: multipart/form-data; boundary=b7\r\nContent-Length: " + BEYOND_THE_LIMIT
                    + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 413").contains("upload-too-large");
        }
    }

    @Test
    void duplicatesEmptyFilesAndPathTricksEndInTheLedgerUnderTheirOwnNames() throws IOException {
        var tricks = WalkFiles.zip("tricks.zip", "../../../../outside.txt");
        var again = WalkFiles.note();
        for (FilePayload file : List.of(tricks, again, again, WalkFiles.empty())) {
            api.upload(ingestion + "/files?path=" + Api.encoded("../" + file.name), file.buffer)
                    .expect(201);
        }
        api.send("POST", ingestion + "/complete", Map.of()).expect(200);
        Deadline.require(
                Duration.ofMinutes(2),
                "a final state of each",
                () -> !states().contains("waiting") && !states().contains("running"));

        assertThat(states())
                .containsExactlyInAnyOrder("container", "indexed", "indexed", "indexed", "duplicate", "empty");
        try (var everything = Files.walk(folder.getParent())) {
            assertThat(everything.filter(file -> file.getFileName().toString().equals("outside.txt")))
                    .isEmpty();
        }
    }

    @Test
    void wrongTypesAndShapesAreAnsweredWithAProblemWithACode() throws IOException {
        assertProblem(api.send("POST", ingestion + "/files?path=a.txt", Map.of()), 415);
        assertProblem(api.upload(path + "/tasks", "title".getBytes(StandardCharsets.UTF_8)), 415);
        assertProblem(api.send("POST", path + "/tasks", Map.of("title", List.of("a", "list"))), 400);
        assertProblem(api.send("POST", path + "/tasks", Map.of("title", "a", "due", "tomorrow")), 422);
        assertProblem(api.upload(ingestion + "/files", new byte[] {1}), 400);
        assertProblem(api.get("/cases/not-an-id"), 400);
        assertThat(api.all(ingestion + "/items", "after")).isEmpty();
    }

    private static void assertProblem(Api.Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isNotBlank();
        assertThat(answer.text("trace_id")).isNotBlank();
    }

    private List<String> states() {
        try {
            return api.all(ingestion + "/items", "after").stream()
                    .map(item -> item.required("state"))
                    .map(JsonNode::asString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head(String below, String type, long length) {
        return "POST /api/v1" + below + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + demo.printed().token() + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private Socket socket() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(demo.address()).getPort());
    }

    private String sendHead(String head) throws IOException {
        try (var socket = socket()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            try (InputStream in = socket.getInputStream()) {
                // The server answers before the body has come, and may wait for more of it before it hangs up.
                var answer = new StringBuilder();
                byte[] some = new byte[8192];
                int n = 1;
                while (n > 0 && answer.indexOf("</html>") < 0) {
                    n = in.read(some);
                    answer.append(new String(some, 0, Math.max(0, n), StandardCharsets.UTF_8));
                }
                return answer.toString();
            }
        }
    }

    /** How many files the vault is still writing. */
    private long parts() {
        try (var files = Files.walk(demo.data().resolve("vault"))) {
            return files.filter(file -> file.getFileName().toString().contains("part") && Files.isRegularFile(file))
                    .count();
        } catch (IOException | UncheckedIOException meanwhileGone) {
            return -1;
        }
    }
}
