package org.plumbline.command;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import}: gives a register to a collection of a running server, and says what became of each line. */
final class Import {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> LATER = List.of("csv", "ocds", "bods", "statements");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final URI server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private Import(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The server said no; its message is what it said. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        Options options =
                Options.parse(arguments, "import", List.of("case", "collection", "format", "mapping", "server"));
        checkFormat(options.required("format", "import"));
        String collection = options.required("collection", "import");
        String caseName = options.required("case", "import");
        if (options.words().size() != 1) {
            throw new UsageException("import takes one FILE");
        }
        Path file = Path.of(options.words().getFirst());
        String token = Optional.ofNullable(environment.get("PLUMBLINE_TOKEN"))
                .filter(t -> !t.isBlank())
                .orElseThrow(() -> new UsageException("import needs a token in PLUMBLINE_TOKEN"));
        var importing = new Import(server(options.value("server").orElse("http://127.0.0.1:8080")), token);
        try {
            return importing.run(caseName, collection, file, out);
        } catch (Failed e) {
            err.println(e.getMessage());
        } catch (FileNotFoundException e) {
            err.println("The file " + file + " cannot be read");
        } catch (IOException e) {
            err.println("The server at " + importing.server + " did not answer: "
                    + Optional.ofNullable(e.getMessage()).orElse("no connection"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static void checkFormat(String format) {
        if (LATER.contains(format)) {
            throw new UsageException("The format \"" + format + "\" comes with a later version, as do "
                    + LATER.stream().filter(f -> !f.equals(format)).toList() + "; this one reads ftm");
        }
        if (!format.equals("ftm")) {
            throw new UsageException("There is no format \"" + format + "\"; this version reads ftm");
        }
    }

    private static URI server(String text) {
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            throw new UsageException("--server takes an address such as http://127.0.0.1:8080, not \"" + text + "\"");
        }
        throw new UsageException("--server takes an address such as http://127.0.0.1:8080, not \"" + text + "\"");
    }

    private int run(String caseName, String collectionName, Path file, PrintStream out)
            throws IOException, InterruptedException, Failed {
        if (!Files.isReadable(file)) {
            throw new FileNotFoundException(file.toString());
        }
        String base = "/api/v1/cases/" + caseOf(caseName);
        String into = base + "/collections/" + collection(base, collectionName) + "/imports";
        JsonNode run = ask(request(into + "?file=" + encoded(String.valueOf(file.getFileName())))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
        String at = into + "/" + run.path("id").asString();
        while (!isOver(run)) {
            Thread.sleep(LOOK_AGAIN);
            run = get(at);
        }
        report(run, at, out);
        return run.path("state").asString().equals("done") ? 0 : 1;
    }

    private void report(JsonNode run, String at, PrintStream out) throws IOException, InterruptedException, Failed {
        for (JsonNode fault : get(at + "/refused?limit=200").path("items")) {
            out.println("refused: line " + fault.path("line").asLong() + ": "
                    + fault.path("code").asString() + ", "
                    + fault.path("detail").asString());
        }
        for (JsonNode fault : get(at + "/left-out").path("items")) {
            out.println("left out: " + fault.path("times").asLong() + " of "
                    + fault.path("property").asString() + ": "
                    + fault.path("code").asString());
        }
        JsonNode counts = run.path("counts");
        out.println(String.join(
                ", ",
                List.of("lines", "blank", "read", "refused", "values", "marked", "left_out", "added", "known").stream()
                        .map(name ->
                                name.replace('_', ' ') + " " + counts.path(name).asLong(0))
                        .toList()));
        out.println("import " + run.path("state").asString());
    }

    private String caseOf(String name) throws IOException, InterruptedException, Failed {
        try {
            return UUID.fromString(name).toString();
        } catch (IllegalArgumentException notAnId) {
            for (JsonNode one : get("/api/v1/cases?words=" + encoded(name)).path("items")) {
                if (one.path("number").asString().equals(name)) {
                    return one.path("id").asString();
                }
            }
            throw new Failed("There is no case " + name + ", or none for you");
        }
    }

    private String collection(String base, String name) throws IOException, InterruptedException, Failed {
        for (JsonNode one : get(base + "/collections").path("items")) {
            if (one.path("name").asString().equals(name)) {
                return one.path("id").asString();
            }
        }
        return ask(request(base + "/collections")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("name", name))))
                        .build())
                .path("id")
                .asString();
    }

    private static boolean isOver(JsonNode run) {
        String state = run.path("state").asString();
        return state.equals("done") || state.equals("failed");
    }

    private JsonNode get(String path) throws IOException, InterruptedException, Failed {
        return ask(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException, Failed {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        JsonNode body = json(answer.body());
        if (answer.statusCode() >= 400) {
            throw new Failed("The server refused: " + body.path("detail").asString("status " + answer.statusCode()));
        }
        return body;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
