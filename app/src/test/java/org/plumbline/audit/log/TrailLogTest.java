package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.verifier.Verify;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrailLogTest extends ApplicationTest {
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(10);
    private static final Pattern KEY = Pattern.compile("log (plumbline\\.invalid/[^<\\s]+)");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Seals seals;

    @TempDir
    private Path folder;

    private Browser overseer;
    private UUID entry;

    @BeforeEach
    void somethingOnTheTrail() {
        Organisation office = organisation();
        Member oriel = member(office, "Oriel Nakamura-Voss", Role.OVERSEER);
        overseer = browser(oriel);
        overseer.get("/oversight");
        entry = newest();
        awaitSealed();
    }

    @Test
    void entryIsSealedAndProvedOfflineUnderAKeyVouchedFor() throws IOException {
        Path proof = proof();
        Path trust = trust();

        assertThat(verify(proof.toString(), "--trust", trust.toString()))
                .startsWith("0 ")
                .contains("Holds.");
        assertThat(verify(proof.toString())).startsWith("3 ").contains("haven't vouched for");
    }

    @Test
    void changedProofIsRefusedByName() throws IOException {
        Path proof = proof();
        String text = Files.readString(proof);
        Files.writeString(proof, text.replaceFirst("(?m)^index (\\d+)$", "index 1$1"));

        assertThat(verify(proof.toString(), "--trust", trust().toString()))
                .startsWith("1 ")
                .contains("does not hold: ");
    }

    @Test
    void keyOfAnotherLogVouchesForNothing() throws IOException {
        Path trust = Files.writeString(
                folder.resolve("other.policy"), Files.readString(trust()).replace("log plumbline", "log other"));

        assertThat(verify(proof().toString(), "--trust", trust.toString())).startsWith("1 ");
    }

    @Test
    void pageOfAnEntrySaysInWhichCheckpointItIsSealed() {
        String page = overseer.get("/oversight/entries/" + entry).body();

        assertThat(page).contains("Sealed in checkpoint").contains("Not yet witnessed");
    }

    @Test
    void memberWithoutOversightHasNoProof() {
        Browser ada = browser(member(organisation(), "Ada Finch", Role.ADMINISTRATOR));

        assertThat(ada.get("/oversight/entries/" + entry + "/proof").status()).isEqualTo(403);
    }

    @Test
    void applicationsRoleGivesNoPlacesAndTakesNoneAway() {
        assertThatThrownBy(() -> db.sql("insert into audit.position (entry, index) values (:entry, 99)")
                        .param("entry", entry)
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.sql("delete from audit.position").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.sql("update audit.checkpoint set size = 1").update())
                .hasStackTraceContaining("permission denied");
    }

    private UUID newest() {
        Matcher link = Pattern.compile("/oversight/entries/([0-9a-f-]{36})")
                .matcher(overseer.get("/oversight").body());
        assertThat(link.find()).isTrue();
        return UUID.fromString(link.group(1));
    }

    private void awaitSealed() {
        Instant latest = Instant.now().plus(SEALED_WITHIN);
        while (!overseer.get("/oversight/entries/" + entry).body().contains("Sealed in checkpoint")) {
            assertThat(Instant.now()).as("sealed within %s", SEALED_WITHIN).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private Path proof() throws IOException {
        Browser.Answer answer = overseer.get("/oversight/entries/" + entry + "/proof");
        assertThat(answer.status()).isEqualTo(200);
        return Files.writeString(folder.resolve("entry.tlog-proof"), answer.body());
    }

    private Path trust() throws IOException {
        Matcher key =
                KEY.matcher(overseer.get("/oversight/entries/" + entry).body().replace("&#43;", "+"));
        assertThat(key.find()).isTrue();
        assertThat(seals.verifier()).contains(key.group(1));
        return Files.writeString(folder.resolve("trust.policy"), "log " + key.group(1) + "\nquorum none\n");
    }

    private static String verify(String... arguments) {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = Verify.run(arguments, out, out);
            return exit + " " + said.toString(StandardCharsets.UTF_8);
        }
    }
}
