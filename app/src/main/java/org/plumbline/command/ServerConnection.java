package org.plumbline.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server's API, as a command uses it. */
final class ServerConnection {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String server;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    ServerConnection(String server, String token) {
        this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        this.token = token;
    }

    JsonNode get(String path) throws InterruptedException {
        return answer(request(path).GET().build());
    }

    JsonNode post(String path, Map<String, ?> body) throws InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Sends a file; broken off, it is sent again under the same key, which never adds it twice. */
    void send(String path, String statedPath, String digests, String key, Path file)
            throws IOException, InterruptedException {
        HttpRequest request = request(path + "?path=" + encoded(statedPath)
                        + (digests.isEmpty() ? "" : "&digests=" + encoded(digests)))
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                var response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (attempt < ATTEMPTS && stillDoing(response)) {
                    Thread.sleep(PAUSE);
                    continue;
                }
                read(response);
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw away(e);
                }
            }
        }
    }

    /** The attempt that broke off is still being done over there; soon it can be asked for its answer. */
    private static boolean stillDoing(HttpResponse<String> response) {
        return response.statusCode() == 409
                && json(response.body()).path("code").stringValue("").equals("idempotency-key-in-use");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Any request and its answer, whatever it says. */
    HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--server takes an address such as http://127.0.0.1:8080, not \"" + server + "\"");
        }
    }

    private JsonNode answer(HttpRequest request) throws InterruptedException {
        try {
            return read(http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw away(e);
        }
    }

    ServerRefused away(IOException e) {
        String why = e instanceof ConnectException ? "nothing answers there" : String.valueOf(e.getMessage());
        return new ServerRefused("The server " + server + " cannot be reached: " + why
                + ". Start it with ./plumbline serve or demo, or name another with --server");
    }

    /** What an answer says; a refusal becomes an exception that says why. */
    JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() == 401) {
            throw new ServerRefused("The token in " + Ingest.TOKEN + " is not accepted by " + server
                    + "; it may have ended. Make a new one");
        }
        JsonNode body = json(response.body());
        if (response.statusCode() >= 400) {
            throw new ServerRefused(
                    refusal(response.statusCode(), body), body.path("code").stringValue(""));
        }
        return body;
    }

    private static String refusal(int status, JsonNode body) {
        var sentence = new StringBuilder(body.path("detail").stringValue("The server answered " + status));
        for (JsonNode error : body.path("errors")) {
            sentence.append(System.lineSeparator())
                    .append(error.path("field").stringValue(""))
                    .append(": ")
                    .append(error.path("detail").stringValue(""));
        }
        return sentence.toString();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
