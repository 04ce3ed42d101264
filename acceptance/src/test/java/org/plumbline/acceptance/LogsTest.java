package org.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.command.Commands;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever people send, type and break: none of it is in a log of the application or of PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** Put wherever a person may put something; in no word of the product. */
    private static final String TYPED = "zyxquill";

    private final Path folder = Scratch.folder("logs");
    private final HttpClient http = HttpClient.newHttpClient();
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
    void eachRequestLeavesALineWithItsRouteAndNothingOfItsAddress() throws Exception {
        String caseId =
                api.get("/cases").body().path("items").path(0).required("id").asString();
        HttpResponse<String> answer = ask("GET", "/api/v1/cases/" + caseId + "?q=" + TYPED, "X-Request-Id", TYPED);
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();

        JsonNode line = line(id);

        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(line.required("logger").asString()).isEqualTo("access");
        assertThat(line.required("route").asString()).isEqualTo("/api/v1/cases/{caseId}");
        assertThat(line.required("status").asInt()).isEqualTo(200);
        assertThat(line.required("bytes").asLong()).isPositive();
        assertThat(line.toString()).doesNotContain(caseId, "127.0.0.1", "Mara");
        assertThat(demo.data().resolve("logs"))
                .satisfies(
                        logs -> assertThat(Files.getPosixFilePermissions(logs)).hasSize(3));
    }

    @Test
    void anErrorPageSaysWhatToAskForAndTheLogHasIt() throws Exception {
        HttpResponse<String> absent = ask("GET", "/nothing/" + TYPED);
        String id = absent.headers().firstValue("X-Request-Id").orElseThrow();
        var problem = api.get("/cases/" + TYPED).expect(400);

        assertThat(line(problem.text("trace_id")).required("status").asInt()).isEqualTo(400);
        assertThat(line(id).required("status").asInt()).isEqualTo(absent.statusCode());
    }

    @Test
    void nothingThatWasTypedSentOrNamedIsInAnyLog() throws Exception {
        String path = "/cases/"
                + api.get("/cases").body().path("items").path(0).required("id").asString();
        String ingestion = path + "/ingestions/"
                + api.send("POST", path + "/ingestions", Map.of("title", TYPED))
                        .expect(201)
                        .text("id");
        api.get("/search?q=" + TYPED);
        api.get("/search?q=%22" + TYPED + "%20AND%20((");
        api.upload(ingestion + "/files?path=" + TYPED + ".pdf", ("%PDF-1.7 " + TYPED).getBytes(StandardCharsets.UTF_8));
        api.upload(
                ingestion + "/files?path=" + TYPED + ".zip",
                ("PK\u0003\u0004" + TYPED).getBytes(StandardCharsets.UTF_8));
        api.upload(ingestion + "/files?path=" + TYPED + ".eml", ("From: " + TYPED).getBytes(StandardCharsets.UTF_8));
        api.send("POST", ingestion + "/complete", Map.of());
        api.send("POST", path + "/tasks", Map.of("title", TYPED + "\u0000", "due", TYPED));
        api.send("POST", path + "/journal", Map.of("text", "\ud800" + TYPED));
        api.upload(
                path + "/tasks",
                ("{\"title\": \"" + TYPED).getBytes(StandardCharsets.UTF_8),
                "Content-Type-Was",
                TYPED);
        wire("GET /sign-in?name=" + TYPED + "&%zz" + TYPED + "=%" + TYPED
                + " HTTP/1.1\r\nHost: localhost\r\nCookie: plumbline=" + TYPED + ";;\"" + TYPED
                + "\r\nConnection: close\r\n\r\n");
        ask("GET", "/sign-in/" + TYPED, "Authorization", "Bearer " + TYPED);
        ask(TYPED.toUpperCase(java.util.Locale.ROOT), "/cases");
        wire("GET /?" + TYPED + "=<{\u0001 HTTP/1.1\r\nHost: " + TYPED + " x\r\n\r\n");
        wire(TYPED + " " + TYPED + "\r\n\r\n");
        wire("POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + TYPED + "\u0000: " + TYPED + "\r\n\r\n");
        demo.database().kill();
        api.send("POST", path + "/tasks", Map.of("title", TYPED));
        ask(
                "GET",
                "/search?q=" + TYPED,
                "Authorization",
                "Bearer " + demo.printed().token());

        assertThat(lines().anyMatch(line -> line.has("error")))
                .as("errors were provoked")
                .isTrue();
        demo.restart();
        var found = new TreeMap<String, String>();
        logs().forEach((file, text) -> text.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).contains(TYPED))
                .findFirst()
                .ifPresent(line -> found.put(file, line)));
        assertThat(found).isEmpty();
        assertThat(logs()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aSupportBundleIsMadeOfTheFolderWhetherOrNotItsServerRunsAndHoldsNothingTyped() throws Exception {
        String first =
                api.get("/cases").body().path("items").path(0).required("id").asString();
        api.send("POST", "/cases/" + first + "/tasks", Map.of("title", TYPED));
        api.get("/search?q=" + TYPED);

        Map<String, String> running = bundle("running.zip");
        demo.stop();
        Map<String, String> stopped = bundle("stopped.zip");
        demo.restart();

        assertThat(running.get("tables.txt")).contains("cases.case_file  rows ");
        assertThat(running.get("migrations.txt")).contains("V0030");
        assertThat(stopped.get("tables.txt")).contains("no server runs");
        for (Map<String, String> members : List.of(running, stopped)) {
            assertThat(members.get("log.jsonl")).contains("\"route\":\"/api/v1/search\"");
            assertThat(members.get("settings.txt")).contains("logs.keep = 14");
            members.forEach((name, text) -> assertThat(text).as(name).doesNotContain(TYPED, "Harbour", "Mara", first));
        }
    }

    private Map<String, String> bundle(String name) throws IOException {
        Path to = folder.resolve(name);
        int exit = Commands.run(
                "support",
                new String[] {"--data", demo.data().toString(), to.toString()},
                (properties, settings, keys) -> {});
        assertThat(exit).isZero();
        var members = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(to))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return members;
    }

    /** The line of a request, which is written when its answer has left. */
    private JsonNode line(String request) {
        Deadline.require(
                SOON, "a line of request " + request, () -> ofRequest(request).isPresent());
        return ofRequest(request).orElseThrow();
    }

    private Optional<JsonNode> ofRequest(String request) {
        return lines().filter(line -> line.path("request_id").asString("").equals(request))
                .filter(line -> line.path("logger").asString("").equals("access"))
                .findFirst();
    }

    private Stream<JsonNode> lines() {
        try {
            return Files.readAllLines(demo.data().resolve("logs/plumbline.jsonl")).stream()
                    .map(JsonMapper.shared()::readTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's, PostgreSQL's, and what was printed. */
    private Map<String, String> logs() throws IOException {
        var texts = new TreeMap<String, String>();
        for (Path within : List.of(demo.data().resolve("logs"), demo.data().resolve("records/log"), folder)) {
            try (var files = Files.list(within)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts;
    }

    private HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(demo.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + demo.printed().token());
        }
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void wire(String bytes) throws IOException {
        int port = URI.create(demo.address()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }
}
