package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.witness.AddCheckpoint;
import org.plumbline.identity.Enrolment;
import org.plumbline.kernel.Role;
import org.plumbline.testing.Browser;
import org.plumbline.testing.TestPostgres;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Two installations, each of which witnesses the other over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoOfficesTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private Office harbour;
    private Office audit;

    /** One installation: its keys are known before it starts, so that the other can name them. */
    private record Office(String name, int port, Path data, SignerKey log, SignerKey witness) {
        String witnessLine() {
            return "witness " + name + " " + witness.verifier() + " http://127.0.0.1:" + port + "/witness\n";
        }
    }

    private ConfigurableApplicationContext harbourRuns;
    private ConfigurableApplicationContext auditRuns;

    @BeforeAll
    void start() throws IOException, Refused {
        harbour = office("harbour");
        audit = office("audit");
        harbourRuns = run(harbour, audit);
        auditRuns = run(audit, harbour);
    }

    @AfterAll
    void end() {
        SpringApplication.exit(harbourRuns);
        SpringApplication.exit(auditRuns);
    }

    @Test
    void eachSealsWhatTheOtherHasSeen() throws Exception {
        for (Office office : List.of(harbour, audit)) {
            Office other = office.equals(harbour) ? audit : harbour;
            Browser overseer = overseer(office.equals(harbour) ? harbourRuns : auditRuns, office);
            overseer.get("/oversight");
            String entry = newest(overseer);
            await(
                    "seen by the other",
                    () -> overseer.get("/oversight/entries/" + entry).body().contains("Seen by 1 of 1 witnesses"));

            var policy = Policy.parse(policy(office, other));
            String proof =
                    overseer.get("/oversight/entries/" + entry + "/proof").body();
            Note note = Note.parse(proof.substring(proof.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8));
            assertThat(policy.check(note).cosignatures()).hasSize(1);
            await("shown with the cosignature", () -> accepted(overseer, policy));
        }
    }

    @Test
    void aWitnessNamesTheRewrittenPast() throws Exception {
        overseer(harbourRuns, harbour).get("/oversight");
        await("something seen", () -> add(0, forged(1_000_000)).statusCode() == 409);
        long seen = Long.parseLong(add(0, forged(1_000_000)).body().strip());

        assertThat(add(seen, forged(seen)).statusCode()).isEqualTo(409);
        assertThat(add(seen, forged(seen + 1)).statusCode()).isEqualTo(422);
        assertThat(add(0, forged(1_000_000)).headers().firstValue("Content-Type"))
                .hasValue("text/x.tlog.size");
    }

    @Test
    void aLogThatIsNotNamedIsNotHeard() throws Exception {
        SignerKey unknown = SignerKey.generate("other.example/log", KeyType.ED25519, new SecureRandom());

        assertThat(add(0, signed(unknown, 1)).statusCode()).isEqualTo(404);
        assertThat(post("nonsense".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLogIsServedAsTilesToThoseWhoMay() throws Exception {
        Browser overseer = overseer(harbourRuns, harbour);
        overseer.get("/oversight");
        await("sealed", () -> overseer.get("/log/checkpoint").status() == 200);
        Checkpoint shown = Checkpoint.parse(
                Note.parse(overseer.bytes("/log/checkpoint").content()).text());

        long within = Math.min(shown.size(), 255);
        assertThat(shown.origin()).isEqualTo(harbour.log().verifier().name());
        assertThat(overseer.bytes("/log/tile/0/000.p/" + within).content()).hasSize((int) within * Hash.BYTES);
        assertThat(overseer.get("/log/tile/0/000.p/" + within).header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(overseer.get("/log/tile/0/x000/000").status()).isEqualTo(404);
        assertThat(overseer.get("/log/tile/entries/099").status()).isEqualTo(404);
        assertThat(new Browser("http://127.0.0.1:" + harbour.port())
                        .get("/log/checkpoint")
                        .path())
                .isEqualTo("/sign-in");
    }

    @Test
    void administratorsSeeHowFarEachHasComeAndAskNow() {
        Browser administrator = signedIn(harbourRuns, harbour, Role.ADMINISTRATOR);
        administrator.get("/admin/witnesses");
        await("countersigned", () -> row(administrator).contains("Follows"));

        var asked = administrator
                .submit(administrator.get("/admin/witnesses"), "/admin/witnesses/ask", java.util.Map.of())
                .page();
        var stamped = administrator
                .submit(administrator.get("/admin/witnesses"), "/admin/timestamps/ask", java.util.Map.of())
                .page();

        assertThat(asked.expectFirst(".pl-note").text()).contains("1 of 1 have countersigned", "0 could not");
        // By whom, the button or the clock, is a race that either may win.
        assertThat(stamped.expectFirst(".pl-note").text())
                .containsAnyOf("was stamped with a time", "has a timestamp already");
        assertThat(stamped.text())
                .contains("this server itself", "self-asserted")
                .doesNotContain("Last try");
        await(
                "the other's trail seen here",
                () -> administrator
                        .get("/admin/witnesses")
                        .page()
                        .select("section[aria-labelledby=h-witnessed] tbody tr")
                        .text()
                        .matches(".*audit\\.example/trail \\d.*"));
    }

    private static String row(Browser administrator) {
        return administrator
                .get("/admin/witnesses")
                .page()
                .select("section[aria-labelledby=h-asked] tbody tr")
                .text();
    }

    private boolean accepted(Browser overseer, Policy policy) {
        try {
            return policy.check(Note.parse(overseer.bytes("/log/checkpoint").content()))
                            .cosignatures()
                            .size()
                    == 1;
        } catch (Refused notYet) {
            return false;
        }
    }

    /** Another tree of this size, signed with the log's own key. */
    private Note forged(long size) {
        return signed(harbour.log(), size);
    }

    private static Note signed(SignerKey key, long size) {
        try {
            String text = Checkpoint.of(key.verifier().name(), new Tree(size, Hash.of(new byte[32])))
                    .text();
            return new Note(text, List.of(key.sign(text, Clock.systemUTC().instant())));
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> add(long oldSize, Note checkpoint) {
        return post(new AddCheckpoint(oldSize, List.of(), checkpoint).body());
    }

    private HttpResponse<String> post(byte[] body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + audit.port() + "/witness/add-checkpoint");
            return http.send(
                    HttpRequest.newBuilder(address)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Office office(String name) throws IOException, Refused {
        Path keys = Files.createDirectories(folder.resolve(name).resolve("keys"));
        SignerKey log = SignerKey.generate(name + ".example/trail", KeyType.ED25519, new SecureRandom());
        SignerKey witness =
                SignerKey.generate(name + ".example/witness", KeyType.COSIGNATURE_ED25519, new SecureRandom());
        Files.writeString(keys.resolve("trail-log.key"), log.secret() + "\n");
        Files.writeString(keys.resolve("witness.key"), witness.secret() + "\n");
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Office(name, probe.getLocalPort(), folder.resolve(name), log, witness);
        }
    }

    private byte[] policy(Office log, Office witness) {
        String text = "log " + log.log().verifier() + "\n" + witness.witnessLine() + "quorum " + witness.name() + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ConfigurableApplicationContext run(Office own, Office other) throws IOException {
        Path logs = Files.writeString(
                folder.resolve(own.name() + ".logs"), "log " + other.log().verifier() + "\nquorum none\n");
        Path witnesses = Files.write(folder.resolve(own.name() + ".witnesses"), policy(own, other));
        var database = TestPostgres.freshDatabase();
        var application = new SpringApplication(Plumbline.class);
        application.setBannerMode(Banner.Mode.OFF);
        return application.run(
                "--plumbline.data=" + own.data(),
                "--plumbline.database.url=" + database.url(),
                "--plumbline.database.owner-password=" + database.ownerPassword(),
                "--plumbline.database.app-password=" + database.appPassword(),
                "--plumbline.witness.logs=" + logs,
                "--plumbline.trail.witnesses=" + witnesses,
                "--plumbline.demo=false",
                "--server.port=" + own.port());
    }

    private static Browser overseer(ConfigurableApplicationContext runs, Office office) {
        return signedIn(runs, office, Role.OVERSEER);
    }

    private static Browser signedIn(ConfigurableApplicationContext runs, Office office, Role role) {
        Enrolment enrolment = runs.getBean(Enrolment.class);
        var organisation = enrolment.organisation("Office " + java.util.UUID.randomUUID(), ZoneId.of("Europe/Lisbon"));
        var sunniva = enrolment.member(organisation, "Sunniva Rask", Set.of(role));
        var browser = new Browser("http://127.0.0.1:" + office.port());
        browser.get("/sign-in/" + enrolment.demoLink(sunniva.id()));
        return browser;
    }

    private static String newest(Browser overseer) {
        Matcher link = Pattern.compile("/oversight/entries/([0-9a-f-]{36})")
                .matcher(overseer.get("/oversight").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void await(String what, BooleanSupplier done) {
        Instant latest = Instant.now().plus(WITHIN);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
