package org.plumbline.oversight.web;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Who may have an entry proved and its body erased, and what is left of it. */
class ErasureTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient db;

    @TempDir
    private Path folder;

    private Browser api;
    private Browser investigator;
    private Browser overseer;
    private Browser administrator;
    private CaseFile file;
    private String entry;

    @BeforeEach
    void somethingSearchedInACase() {
        var organisation = organisation();
        Member mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        investigator = browser(mara);
        api = api(mara);
        overseer = browser(member(organisation, "Sunniva Rask", Role.OVERSEER, Role.ADMINISTRATOR));
        administrator = browser(member(organisation, "Ada Finch", Role.ADMINISTRATOR));
        file = Acting.as(acting(mara), () -> cases.open(harbour()));
        investigator.get("/cases/" + file.id() + "/entities?q=eelgrass");
        entry = newest();
        awaitSealed();
    }

    @Test
    void anErasedBodyIsGoneAndItsTombstoneProvesThatItWasErased() throws IOException {
        var asked = ask("Data Act, section 9");
        var waiting = administrator.get("/oversight/erasures");
        var confirmed = administrator.submit(waiting, "/confirm", Map.of());

        assertThat(asked.status()).isEqualTo(200);
        assertThat(confirmed.page().text()).contains("Erased", "Ada Finch", "Data Act, section 9");
        assertThat(investigator.get(inCase()).page().text())
                .contains("Erased on", "Data Act, section 9")
                .doesNotContain("eelgrass");
        awaitSealedTombstone();
        Path proof = download(investigator, inCase() + "/proof", "erased.tlog-proof");
        assertThat(verify(proof)).startsWith("3 ").contains("erased by law", "audit.erase-body");
        assertThat(verify(download(investigator, "/cases/" + file.id() + "/trail/export", "trail.zip")))
                .startsWith("3 ")
                .contains("but for 1 erased by law");
    }

    @Test
    void whoAskedDoesNotDecide() {
        ask("Data Act, section 9");
        var own = overseer.submit(overseer.get("/oversight/erasures"), "/confirm", Map.of());

        assertThat(own.status()).isEqualTo(403);
        assertThat(own.page().text()).contains("Another person decides");
        assertThat(investigator.get(inCase()).page().text()).contains("eelgrass");
    }

    @Test
    void whatWasDeclinedStands() {
        ask("Data Act, section 9");
        administrator.submit(administrator.get("/oversight/erasures"), "/decline", Map.of());

        assertThat(administrator.get("/oversight/erasures").page().text()).contains("Declined");
        assertThat(investigator.get(inCase()).page().text()).contains("eelgrass");
    }

    @Test
    void anErasureWithoutGroundIsNotAsked() {
        var refused = ask("");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#ground-error, [id*=ground]").text()).isNotEmpty();
    }

    @Test
    void othersNeitherAskNorDecide() {
        assertThat(api.json("POST", "/api/v1/trail/" + entry + "/erasure", "{\"ground\": \"g\", \"reason\": \"r\"}")
                        .status())
                .isEqualTo(403);
        assertThat(investigator.get("/oversight/erasures").status()).isEqualTo(403);
        assertThat(administrator.get("/oversight/entries/" + entry).status()).isEqualTo(403);
    }

    @Test
    void theApplicationsRoleDeletesNoBody() {
        assertThatThrownBy(() -> db.sql("delete from audit.body").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.sql("set role plumbline_eraser").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void theOverseerReadsFiguresOfASearchAndTheCaseItsWords() throws IOException {
        String overseen = overseer.get("/oversight/entries/" + entry).page().text();
        Path withheld = download(overseer, "/oversight/entries/" + entry + "/proof", "withheld.tlog-proof");

        assertThat(overseen).contains("words-length 8", "words-digest").doesNotContain("eelgrass");
        assertThat(verify(withheld)).startsWith("3 ").contains("withheld");
        assertThat(investigator.get(inCase()).page().text()).contains("eelgrass");
        assertThat(verify(download(investigator, inCase() + "/proof", "open.tlog-proof")))
                .startsWith("3 ")
                .contains("the entry and its salt give the commitment");
    }

    @Test
    void whoDoesNotReadTheCaseHasNoProofOfIt() {
        Browser stranger = browser(member(organisation(), "Nuno Salt", Role.INVESTIGATOR));
        String other = "/cases/" + file.id() + "/trail/" + java.util.UUID.randomUUID();

        assertThat(stranger.get(inCase() + "/proof").status()).isEqualTo(404);
        assertThat(stranger.get("/cases/" + file.id() + "/trail/export").status())
                .isEqualTo(404);
        assertThat(investigator.get(other + "/proof").status()).isEqualTo(404);
    }

    @Test
    void anExportWithAChangedEntryDoesNotHold() throws IOException {
        Path export = download(investigator, "/cases/" + file.id() + "/trail/export", "trail.zip");
        byte[] bytes = Files.readAllBytes(export);

        assertThat(verify(export)).startsWith("3 ").contains("each commitment stands");
        for (int kept : new int[] {bytes.length / 4, bytes.length / 2, bytes.length - 30, bytes.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, kept));
            assertThat(verify(cut)).as("cut to %s of %s", kept, bytes.length).startsWith("1 ");
        }
    }

    private Browser.Answer ask(String ground) {
        var page = overseer.get("/oversight/entries/" + entry);
        return overseer.submit(page, "/erasure", Map.of("ground", ground, "reason", "Order of the court of 3 March"));
    }

    private String inCase() {
        return "/cases/" + file.id() + "/trail/" + entry;
    }

    private String newest() {
        var items = JSON.readTree(
                        api.get("/api/v1/cases/" + file.id() + "/trail").body())
                .get("items");
        return items.valueStream()
                .filter(item -> item.path("facts").has("words"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .stringValue();
    }

    private void awaitSealed() {
        await(
                "sealed: " + investigator.get(inCase()).page().text(),
                () -> investigator.get(inCase()).body().contains("Sealed in checkpoint"));
    }

    private void awaitSealedTombstone() {
        await("tombstone", () -> investigator.get(inCase() + "/proof").body().contains("extra"));
    }

    private static void await(String what, java.util.function.BooleanSupplier done) {
        Instant latest = Instant.now().plusSeconds(15);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private Path download(Browser browser, String path, String name) throws IOException {
        var answer = browser.bytes(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return Files.write(folder.resolve(name), answer.content());
    }

    private static String verify(Path proof) {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = Verify.run(new String[] {proof.toString()}, out, out);
            return exit + " " + said.toString(StandardCharsets.UTF_8);
        }
    }

    private static OpenCase harbour() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(1),
                today.plusDays(30),
                Optional.empty());
    }
}
