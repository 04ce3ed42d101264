package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.verifier.Verify;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case whose trail is taken out, with an authority that is asked after every entry. */
abstract class TimestampedCase extends ApplicationTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Cases cases;

    @TempDir
    Path folder;

    Browser overseer;
    Browser investigator;
    private Browser api;
    CaseFile file;

    @BeforeEach
    void somethingOnTheTrail() {
        var office = organisation();
        Member sunniva = member(office, "Sunniva Rask", Role.OVERSEER);
        Member mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        overseer = browser(sunniva);
        api = api(sunniva);
        investigator = api(mara);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        file = Acting.as(
                acting(mara),
                () -> cases.open(new OpenCase(
                        "Harbour",
                        CaseType.INQUIRY,
                        Caveat.NONE,
                        "",
                        "Inspection Act, section 12",
                        "IO-2031/7",
                        "Contract reconciliation",
                        today.minusDays(1),
                        today.plusDays(30),
                        Optional.empty())));
    }

    JsonNode standing() {
        var answer = api.get("/api/v1/trail/standing");
        assertThat(answer.status()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** The trail of the case, once a timestamp is in it. */
    Path export() throws IOException {
        Instant latest = Instant.now().plus(WITHIN);
        while (true) {
            var answer = investigator.bytes("/api/v1/cases/" + file.id() + "/trail/export");
            if (answer.status() == 200 && has(answer.content(), ".tsr")) {
                return Files.write(folder.resolve("trail.zip"), answer.content());
            }
            assertThat(Instant.now()).as("a timestamp in the export").isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** The page of the newest entry, once it is stamped. */
    String stampedEntry() {
        String link = overseer.get("/oversight")
                .page()
                .select("a[href^=/oversight/entries/]")
                .attr("href");
        await("stamped", () -> overseer.get(link).page().text().contains("Timestamp of "));
        return overseer.get(link).page().text();
    }

    static void await(String what, BooleanSupplier done) {
        Instant latest = Instant.now().plus(WITHIN);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    static String verify(Path export) {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = Verify.run(new String[] {export.toString()}, out, out);
            return exit + " " + said.toString(StandardCharsets.UTF_8);
        }
    }

    private static boolean has(byte[] archive, String suffix) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                if (next.getName().endsWith(suffix)) {
                    return true;
                }
            }
            return false;
        }
    }
}
