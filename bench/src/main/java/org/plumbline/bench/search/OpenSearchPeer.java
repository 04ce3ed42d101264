package org.plumbline.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.kernel.LabelId;
import org.plumbline.search.index.Attributes;
import org.plumbline.search.index.Indexed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One OpenSearch node in another process, with one shard of the bench's documents: the same fields and offsets in the
 * postings, a label on each, counted values for the facets.
 */
final class OpenSearchPeer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEAP = "-Xmx1g";
    private static final Duration READY = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 100_000_000;
    private static final List<String> WORDS = List.of("title", "body", "from", "to", "author", "name", "source");
    private static final List<String> FACETS = List.of("kind", "group", "language", "origin");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path console;
    private final int port;
    private final Process process;

    OpenSearchPeer(Path folder) {
        try {
            console = folder.resolve("opensearch.log");
            port = freePort();
            process = launch(folder.resolve("opensearch"));
        } catch (IOException e) {
            throw new UncheckedIOException("OpenSearch can't be started", e);
        }
        awaitReady();
        send("PUT", "/documents", JSON.writeValueAsString(mapping()));
    }

    int port() {
        return port;
    }

    /** Version, memory and settings, for the result. */
    String config() {
        JsonNode version = JSON.readTree(send("GET", "/", "")).get("version");
        return "OpenSearch " + version.get("number").stringValue() + " (Lucene "
                + version.get("lucene_version").stringValue() + "), one node, one shard, " + HEAP
                + ", standard tokenizer, lower case and ASCII folding, offsets in the postings, default caches";
    }

    /** Puts documents in, under the labels they carry. */
    void put(List<Indexed> documents) {
        var lines = new StringBuilder();
        for (Indexed document : documents) {
            lines.append("{\"index\":{\"_id\":\"")
                    .append(document.key())
                    .append("\"}}\n")
                    .append(JSON.writeValueAsString(fields(document)))
                    .append('\n');
        }
        JsonNode answer = JSON.readTree(send("POST", "/documents/_bulk", lines.toString()));
        if (answer.get("errors").booleanValue()) {
            throw new IllegalStateException("OpenSearch refused documents");
        }
    }

    /** With label 1 where a search is to see it, and 2 where not, in the same third as in the application. */
    static Indexed labelled(Indexed document) {
        return new Indexed(
                document.key(),
                document.kind(),
                new LabelId(document.label().value() % 3 == 0 ? 1 : 2),
                document.caseId(),
                document.title(),
                document.body(),
                document.attributes());
    }

    /** Lets searches see what was put. */
    void settled() {
        send("POST", "/documents/_flush", "");
        send("POST", "/documents/_refresh", "");
    }

    /** The body of a search: the labels as a filter, 20 hits with passages, the exact total, five counts. */
    static byte[] asked(String query, List<Integer> labels) {
        var counts = new LinkedHashMap<String, Object>();
        FACETS.forEach(name -> counts.put(name, Map.of("terms", Map.of("field", name, "size", 50))));
        counts.put("date", Map.of("date_histogram", Map.of("field", "date", "calendar_interval", "year")));
        return JSON.writeValueAsBytes(Map.of(
                "size",
                20,
                "track_total_hits",
                true,
                "_source",
                Map.of("excludes", List.of("body")),
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "must",
                                Map.of(
                                        "query_string",
                                        Map.of("query", query, "fields", weighted(), "default_operator", "AND")),
                                "filter",
                                Map.of("terms", Map.of("label", labels)))),
                "highlight",
                Map.of(
                        "type",
                        "unified",
                        "fields",
                        Map.of(
                                "title", Map.of("number_of_fragments", 0),
                                "body", Map.of("number_of_fragments", 3, "fragment_size", 240))),
                "aggs",
                counts));
    }

    /** A whole request for {@link org.plumbline.bench.web.Wire}. */
    static byte[] request(byte[] body) {
        byte[] head = ("POST /documents/_search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // it ends with its standard input
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Ending OpenSearch", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    private static List<String> weighted() {
        return List.of("title^4", "body", "from", "to", "author", "name^2", "source");
    }

    private static Map<String, Object> mapping() {
        var properties = new LinkedHashMap<String, Object>();
        WORDS.forEach(
                name -> properties.put(name, Map.of("type", "text", "analyzer", "words", "index_options", "offsets")));
        FACETS.forEach(name -> properties.put(name, Map.of("type", "keyword")));
        properties.put("label", Map.of("type", "integer"));
        properties.put("date", Map.of("type", "date"));
        return Map.of(
                "settings",
                Map.of(
                        "number_of_shards",
                        1,
                        "number_of_replicas",
                        0,
                        "refresh_interval",
                        "-1",
                        "analysis",
                        Map.of(
                                "analyzer",
                                Map.of(
                                        "words",
                                        Map.of(
                                                "type",
                                                "custom",
                                                "tokenizer",
                                                "standard",
                                                "filter",
                                                List.of("lowercase", "asciifolding"))))),
                "mappings",
                Map.of("dynamic", "strict", "properties", properties));
    }

    private static Map<String, Object> fields(Indexed document) {
        Attributes stated = document.attributes();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", document.title());
        fields.put("body", document.body().text());
        fields.put("from", stated.from());
        fields.put("to", stated.to());
        fields.put("author", stated.authors());
        fields.put("name", stated.name());
        fields.put("source", stated.source());
        fields.put("kind", document.kind());
        fields.put("group", stated.typeGroup());
        fields.put("language", stated.language());
        fields.put("origin", stated.source());
        fields.put("label", document.label().value());
        stated.date().ifPresent(day -> fields.put("date", day.toString()));
        return fields;
    }

    private String send(String method, String path, String body) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "OpenSearch answers " + answer.statusCode() + " to " + path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("OpenSearch does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void awaitReady() {
        long began = System.nanoTime();
        while (System.nanoTime() - began < READY.toNanos() && process.isAlive()) {
            if (said().contains("READY " + port)) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("OpenSearch did not start; it said:\n" + said());
    }

    private String said() {
        try {
            return Files.readString(console);
        } catch (IOException notYet) {
            return "";
        }
    }

    /** With the libraries that it names itself: the module of peers holds their class path. */
    private Process launch(Path folder) throws IOException {
        Path target = Path.of(System.getProperty("plumbline.home", "."), "peers", "target");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        target.resolve("classes") + ":"
                                + Files.readString(target.resolve("classpath.txt"))
                                        .strip(),
                        "org.plumbline.peers.OpenSearchNode",
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
