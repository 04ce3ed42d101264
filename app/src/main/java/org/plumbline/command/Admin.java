package org.plumbline.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.kernel.Role;
import org.plumbline.welcome.ServerFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code admin}: asks the running server over the data folder for a new member's one-time link, or for a service
 * account's token.
 */
final class Admin {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Admin() {}

    static int run(String[] arguments) {
        String word = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        return switch (word) {
            case "enrol" -> enrol(rest);
            case "token" -> token(rest);
            default ->
                throw new UsageException(
                        "admin knows: admin enrol --organisation ORG --name NAME --role ROLE [--data DIR]"
                                + " and admin token --service NAME --scope read|write [--organisation ORG] [--data DIR]");
        };
    }

    private static int enrol(String[] rest) {
        Options options = Options.parse(rest, "admin enrol", List.of("organisation", "name", "role", "data"));
        String role = options.required("role", "admin enrol");
        try {
            Role.ofCode(role);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        var fields = Map.of(
                "organisation", options.required("organisation", "admin enrol"),
                "name", options.required("name", "admin enrol"),
                "role", role);
        return ask(options, "enrol", fields, (server, answer) -> print(fields, server, answer.split("\n")));
    }

    private static int token(String[] rest) {
        Options options = Options.parse(rest, "admin token", List.of("service", "scope", "organisation", "data"));
        String service = options.required("service", "admin token");
        String scope = options.required("scope", "admin token");
        if (!List.of("read", "write").contains(scope)) {
            throw new UsageException("--scope takes read or write, not \"" + scope + "\"");
        }
        var fields = Map.of(
                "service",
                service,
                "scope",
                scope,
                "organisation",
                options.value("organisation").orElse(""));
        return ask(options, "token", fields, (server, answer) -> {
            System.out.println("Token of the service account " + service + " (" + scope
                    + ", 365 days; shown now and never again):");
            System.out.println(answer);
            System.out.println("It reaches no case until that case's lead or supervisor gives " + service + " access.");
        });
    }

    /** What is done with an answer. */
    @FunctionalInterface
    private interface Printing {
        void print(ServerFile server, String answer);
    }

    private static int ask(Options options, String what, Map<String, String> fields, Printing printing) {
        Path data = Path.of(options.value("data").orElse("plumbline-data"));
        try {
            ServerFile server = ServerFile.read(data);
            HttpResponse<String> answer = post(server, what, fields);
            if (answer.statusCode() != 200) {
                System.err.println(reason(answer));
                return 1;
            }
            printing.print(server, answer.body().strip());
            return 0;
        } catch (IOException e) {
            System.err.println("No server is running over " + data
                    + ". Start it with ./plumbline serve --data DIR, or name its folder with --data.");
            return 1;
        }
    }

    /** @param lines the link, or its path where the server knows no address, and, where a role waits, its code */
    private static void print(Map<String, String> fields, ServerFile server, String[] lines) {
        String origin = lines[0].startsWith("/")
                ? "http://localhost:" + server.port()
                : lines[0].substring(0, lines[0].indexOf("/sign-in/"));
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

    private static HttpResponse<String> post(ServerFile server, String what, Map<String, String> fields)
            throws IOException {
        String form = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/command/" + what))
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
