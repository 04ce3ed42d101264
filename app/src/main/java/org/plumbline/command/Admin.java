package org.plumbline.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.kernel.Role;
import org.plumbline.welcome.ServerFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code admin enrol}: asks the running server over the data folder for a new member's one-time link. */
final class Admin {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Admin() {}

    static int run(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("enrol")) {
            throw new UsageException("admin knows enrol in this version, as: admin enrol --organisation ORG --name NAME"
                    + " --role ROLE [--data DIR]");
        }
        String[] rest = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
        Options options = Options.parse(rest, "admin enrol", List.of("organisation", "name", "role", "data"));
        String role = options.required("role", "admin enrol");
        try {
            Role.ofCode(role);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        Path data = Path.of(options.value("data").orElse("plumbline-data"));
        return enrol(
                data,
                Map.of(
                        "organisation", options.required("organisation", "admin enrol"),
                        "name", options.required("name", "admin enrol"),
                        "role", role));
    }

    private static int enrol(Path data, Map<String, String> fields) {
        try {
            ServerFile server = ServerFile.read(data);
            HttpResponse<String> answer = post(server, fields);
            if (answer.statusCode() != 200) {
                System.err.println(reason(answer));
                return 1;
            }
            print(
                    fields,
                    "http://localhost:" + server.port(),
                    answer.body().strip().split("\n"));
            return 0;
        } catch (IOException e) {
            System.err.println("No server is running over " + data
                    + ". Start it with ./plumbline serve --data DIR, or name its folder with --data.");
            return 1;
        }
    }

    /** @param lines the link, or its path where the server knows no address, and, where a role waits, its code */
    private static void print(Map<String, String> fields, String origin, String[] lines) {
        System.out.println("One-time link for " + fields.get("name") + " (works once, 24 hours):");
        System.out.println(lines[0].startsWith("/") ? origin + lines[0] : lines[0]);
        if (lines.length > 1) {
            System.out.println("The role " + lines[1]
                    + " is waiting for a second member's confirmation: an administrator or"
                    + " the overseer of " + fields.get("organisation") + " confirms it at " + origin + "/confirmations."
                    + " Until then " + fields.get("name") + " does not hold it.");
        }
    }

    private static String reason(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).required("detail").asString();
        } catch (JacksonException e) {
            return "The server refused (" + answer.statusCode() + ")";
        }
    }

    private static HttpResponse<String> post(ServerFile server, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/command/enrol"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/problem+json, text/plain")
                .header("Plumbline-Command", server.secret())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
