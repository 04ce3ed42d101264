package org.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real OpenID Connect provider: Keycloak as its makers ship it, unpacked by the build, in a process of its own on
 * 127.0.0.1, with one realm and all its records in memory.
 */
public final class Keycloak implements AutoCloseable {
    /** What Plumbline proves itself with at this provider. */
    public static final String CLIENT_SECRET = "the-quay-at-low-tide";
    /** The password of everybody there. */
    public static final String PASSWORD = "herons-of-the-quay";

    private static final Path UNPACKED = Path.of("target", "provider");
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration ENDED = Duration.ofSeconds(30);

    private final int port = Installation.freePort();
    private final Path console;
    private final Process process;
    private final Thread lastResort = new Thread(this::end, "end-keycloak");

    private Keycloak(Path folder, String back) throws IOException {
        Path home = home();
        Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.writeString(imported.resolve("office-realm.json"), realm(back));
        console = folder.resolve("keycloak.log");
        var builder = new ProcessBuilder(
                        "/bin/sh",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + Installation.freePort(),
                        "--hostname=http://localhost:" + port,
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        process = builder.start();
        process.getOutputStream().close();
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /**
     * Starts it, and returns when it answers.
     *
     * @param folder takes what it prints
     * @param back the address it may send people back to
     */
    public static Keycloak start(Path folder, String back) {
        try {
            var keycloak = new Keycloak(Files.createDirectories(folder), back);
            try {
                Deadline.require(READY, "an answer of Keycloak; see " + keycloak.console, keycloak::answers);
            } catch (RuntimeException e) {
                keycloak.end();
                throw e;
            }
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be started", e);
        }
    }

    /** What the provider calls itself. */
    public String issuer() {
        return "http://localhost:" + port + "/realms/office";
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException ending) {
            // It runs already, and finds nothing to end.
        }
    }

    /** The script and the server it started. */
    private void end() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        if (!Deadline.met(ENDED, () -> all.stream().noneMatch(ProcessHandle::isAlive))) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended while starting; see " + console);
        }
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path home() throws IOException {
        if (Files.isDirectory(UNPACKED)) {
            try (Stream<Path> found = Files.list(UNPACKED)) {
                return found.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                        .findFirst()
                        .orElseThrow(Keycloak::missing)
                        .toAbsolutePath();
            }
        }
        throw missing();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("Keycloak is not in " + UNPACKED.toAbsolutePath()
                + "; the build unpacks it there: run the verify phase, not this test alone");
    }

    private static String realm(String back) {
        return """
                {"realm": "office", "enabled": true, "sslRequired": "none",
                 "clients": [{"clientId": "plumbline", "enabled": true, "protocol": "openid-connect",
                   "publicClient": false, "secret": "%s", "redirectUris": ["%s"], "standardFlowEnabled": true,
                   "attributes": {"pkce.code.challenge.method": "S256"}}],
                 "users": [%s, %s]}
                """.formatted(CLIENT_SECRET, back, user("nuno", "Nuno", "Brightwater"), user("olga", "Olga", "Pike"));
    }

    private static String user(String name, String first, String last) {
        return """
                {"username": "%s", "enabled": true, "emailVerified": true, "email": "%1$s@office.example",
                 "firstName": "%s", "lastName": "%s", "credentials": [{"type": "password", "value": "%s"}]}
                """.formatted(name, first, last, PASSWORD);
    }
}
