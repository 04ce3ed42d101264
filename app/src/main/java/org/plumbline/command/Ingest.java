package org.plumbline.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code plumbline ingest}: sends files into a case of a running server and waits until each has its final state. */
final class Ingest {
    static final String TOKEN = "PLUMBLINE_TOKEN";

    private static final String DEFAULT_SERVER = "http://127.0.0.1:8080";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A server that is started again is back by then. */
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(2);

    private final PrintStream out;
    private final PrintStream err;
    private final ProgressLine progress;

    Ingest(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.progress = new ProgressLine(out, terminal);
    }

    /** Where files go. */
    private record Into(ServerConnection server, String caseId, String ingestion, String digests) {
        String path() {
            return "/api/v1/cases/" + caseId + "/ingestions/" + ingestion;
        }
    }

    /** Returns 0 when every input has a final state, otherwise 1. */
    int run(String[] arguments, Map<String, String> environment) {
        Options options = Options.parse(arguments, "ingest", List.of("case", "purpose", "server", "digests"));
        String number = options.required("case", "ingest");
        String purpose = options.required("purpose", "ingest");
        if (options.words().isEmpty()) {
            throw new UsageException("ingest needs the files or folders to send");
        }
        String token = environment.getOrDefault(TOKEN, "");
        try {
            if (token.isBlank()) {
                throw new ServerRefused(
                        TOKEN + " is not set; make a token in your account page, or take the one that demo prints");
            }
            List<InputFiles.One> files =
                    InputFiles.of(options.words().stream().map(Path::of).toList(), err);
            var server = new ServerConnection(options.value("server").orElse(DEFAULT_SERVER), token);
            return ingest(server, number, purpose, options.value("digests").orElse(""), files);
        } catch (ServerRefused refused) {
            progress.end();
            err.println(refused.getMessage());
            return 1;
        } catch (IOException e) {
            progress.end();
            err.println("A file cannot be read: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int ingest(
            ServerConnection server, String number, String purpose, String digests, List<InputFiles.One> files)
            throws IOException, InterruptedException {
        String caseId = caseOf(server, number);
        String cases = "/api/v1/cases/" + caseId + "/ingestions";
        JsonNode begun =
                server.post(cases, Map.of("title", title(files), "expected", files.size(), "purpose", purpose));
        var into = new Into(server, caseId, begun.path("id").stringValue(""), digests);
        String ingestion = into.path();
        int sent = 0;
        for (InputFiles.One file : files) {
            send(into, file, "file-" + ++sent);
            progress.say("sent " + sent + " of " + files.size());
        }
        server.post(ingestion + "/complete", Map.of());
        return Ledger.print(await(server, ingestion), files.size(), out, err);
    }

    /** A file that finds no room under a quota is named and left out; what has room is still received and read. */
    private void send(Into into, InputFiles.One file, String key) throws IOException, InterruptedException {
        try {
            if (Files.size(file.path()) > ResumableFile.FROM_BYTES) {
                new ResumableFile(
                                into.server(), file, into.caseId(), into.ingestion(), into.digests(), key, LONGEST_AWAY)
                        .send();
            } else {
                into.server().send(into.path() + "/files", file.statedPath(), into.digests(), key, file.path());
            }
        } catch (ServerRefused refused) {
            if (!refused.isFor("quota-reached")) {
                throw refused;
            }
            progress.end();
            err.println(file.statedPath() + ": " + refused.getMessage());
        }
    }

    private JsonNode await(ServerConnection server, String ingestion) throws IOException, InterruptedException {
        Duration pause = Duration.ofMillis(200);
        while (true) {
            JsonNode now = server.get(ingestion);
            long total = now.path("total").longValue(0);
            long open = now.path("open").longValue(0);
            progress.say("read " + (total - open) + " of " + total);
            String job = now.path("job").stringValue("");
            Optional<String> waits = waits(now);
            if (open == 0 || waits.isPresent() || job.equals("failed") || job.equals("done")) {
                progress.end();
                waits.ifPresent(err::println);
                // Read once more: items may have been finished between counting and the job's end.
                return server.get(ingestion);
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    /** Why files stay waiting though all were received; they are kept, and read once that has changed. */
    private static Optional<String> waits(JsonNode ingestion) {
        String missing = ingestion.path("missing_walls").stringValue("");
        if (!missing.isEmpty()) {
            return Optional.of("Nothing is read on this server, since these walls around its readers are missing: "
                    + missing + ". The files are kept and wait; see docs/design/sandbox.md.");
        }
        return ingestion.path("paused").booleanValue(false)
                ? Optional.of("Somebody has paused this ingestion; its files are kept and wait.")
                : Optional.empty();
    }

    private static String caseOf(ServerConnection server, String number) throws IOException, InterruptedException {
        JsonNode found = server.get("/api/v1/cases?number=" + ServerConnection.encoded(number));
        return Optional.of(found.path("items").path(0).path("id").stringValue(""))
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> new ServerRefused("Case " + number
                        + " does not exist, or you may not see it; the number stands before its title"));
    }

    private static String title(List<InputFiles.One> files) {
        String first = files.isEmpty() ? "nothing" : files.getFirst().statedPath();
        String name = first.contains("/") ? first.substring(0, first.indexOf('/')) : first;
        return name.substring(0, Math.min(name.length(), 200));
    }
}
