package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Door;
import org.plumbline.acceptance.Installation;

/** The installation that is put through it, with its file system, its clock, and an administrator who looks. */
final class Office implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);

    private final Ground ground;
    private final Path clock;
    private final Installation installation;
    private final Api administrator;

    private Office(Ground ground, Path clock, Installation installation, Api administrator) {
        this.ground = ground;
        this.clock = clock;
        this.installation = installation;
        this.administrator = administrator;
    }

    static Office open(Path home) throws IOException {
        Path folder = home.resolve("office");
        Ground ground = Ground.at(folder.resolve("data"), home.resolve("disk.img"));
        try {
            Path clock = Files.writeString(home.resolve("clock"), "0");
            Path config = Files.writeString(home.resolve("plumbline.toml"), "[storage]\nreserve = \"100MB\"\n");
            var installation =
                    Installation.demo(folder, config, Installation.freePort(), List.of(ShiftedClock.option(clock)));
            String link = installation.printed().link("administrator");
            Door.Entered ada = new Door(installation.address()).enter(link.substring(link.indexOf("/sign-in/")));
            return new Office(ground, clock, installation, new Api(installation.address(), ada.token()));
        } catch (IOException | RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    Ground ground() {
        return ground;
    }

    Installation installation() {
        return installation;
    }

    Api investigator() {
        return new Api(installation.address(), installation.printed().token());
    }

    /** Sets the application's clock so far before or after the machine's. */
    void shift(Duration by) throws IOException {
        Path aside = clock.resolveSibling("clock.new");
        Files.writeString(aside, Long.toString(by.toSeconds()));
        Files.move(aside, clock, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** What health says of a part, as its code. */
    String health(String part) throws IOException {
        return StreamSupport.stream(
                        administrator
                                .get("/admin/health")
                                .expect(200)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(finding -> finding.required("part").asString().equals(part))
                .map(finding -> finding.required("code").asString())
                .findFirst()
                .orElse("not there");
    }

    /** What a watchdog is told, status and words. */
    String watchdog() {
        var request = HttpRequest.newBuilder(URI.create(installation.address() + "/healthz"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().strip();
        } catch (IOException cut) {
            return "cut";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Waits until a watchdog is told this. */
    boolean soon(String told) {
        return Deadline.met(SOON, () -> watchdog().equals(told));
    }

    @Override
    public void close() {
        try {
            installation.close();
        } finally {
            ground.close();
        }
    }
}
