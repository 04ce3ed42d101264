package org.plumbline.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API with one person's token; for several threads. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param address of the server, without a slash at its end */
    public Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * An answer.
     *
     * @param body missing where it is not JSON
     * @param etag empty where none was sent
     * @param retryAfter after how many seconds to ask again; empty where that was not said
     */
    public record Answer(int status, JsonNode body, String etag, String retryAfter) {
        /** The text of a field. */
        public String text(String field) {
            return body.required(field).asString();
        }

        /** Itself, when it has this status. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("Answered " + status + " instead of " + expected + ": " + body);
            }
            return this;
        }
    }

    /** Asks for a path under {@code /api/v1}. */
    public Answer get(String path, String... headers) throws IOException {
        return answer(with(request(path).GET(), headers));
    }

    /** Asks for every item of a list, page by page. */
    public List<JsonNode> all(String path, String cursor) throws IOException {
        var items = new ArrayList<JsonNode>();
        String next = "";
        do {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=200" + next)
                    .expect(200)
                    .body();
            // An empty list may be left out of an answer.
            page.path("items").forEach(items::add);
            JsonNode more = page.path("next");
            next = more.isMissingNode() || more.isNull() ? "" : "&" + cursor + "=" + encoded(more.asString());
        } while (!next.isEmpty());
        return items;
    }

    /** Sends JSON. */
    public Answer send(String method, String path, Map<String, ?> body, String... headers) throws IOException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return answer(with(request, headers));
    }

    /** Sends bytes as they are. */
    public Answer upload(String path, byte[] bytes, String... headers) throws IOException {
        var request = request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        return answer(with(request, headers));
    }

    /** Hands the bytes of an answer on as they come; its status is 200 or this fails. */
    public void download(String path, Consumer<byte[]> chunks) throws IOException {
        HttpResponse<InputStream> response = exchange(request(path).GET(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + response.statusCode());
            }
            for (byte[] chunk = body.readNBytes(1 << 16); chunk.length > 0; chunk = body.readNBytes(1 << 16)) {
                chunks.accept(chunk);
            }
        }
    }

    /** A value as part of an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json, */*;q=0.1");
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer answer(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                response.statusCode(),
                type.contains("json") && !response.body().isEmpty()
                        ? JSON.readTree(response.body())
                        : JSON.missingNode(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Retry-After").orElse(""));
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as)
            throws IOException {
        try {
            return http.send(request.build(), as);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
