package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.documents.Harbour.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Original;
import org.plumbline.engine.evidence.bag.ZipFiles;
import org.plumbline.engine.evidence.completeness.Completeness;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.verifier.Verify;
import org.springframework.beans.factory.annotation.Autowired;

/** What is stated of an ingestion, and that others can check it. */
class CompletenessTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private CompletenessStatements statements;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void people() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        harbour = asMara(() -> cases.open(Harbour.opening()).id());
    }

    @Test
    void everyFileHasALineAndWhatWasNotReadIsNamed() throws Exception {
        UUID ingestion = ingested();

        CompletenessStatement made = asMara(() -> statements.make(harbour, ingestion, (stated, notWhole, more) -> {
            assertThat(notWhole).extracting(Item::name).containsExactlyInAnyOrder("broken.pdf", "nothing.txt");
            assertThat(more).isFalse();
            return "<!doctype html>".getBytes(StandardCharsets.UTF_8);
        }));

        assertThat(made.files()).isEqualTo(6);
        Path archive = saved(ingestion, made);
        var said = new ByteArrayOutputStream();
        assertThat(verified(archive, said)).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("a line for each of 6 files")
                .contains("failed: 1")
                .contains("haven't vouched for");
        try (ZipFiles zip = ZipFiles.open(archive)) {
            Completeness stated = Completeness.read(zip.read(Completeness.FILE, 1 << 20));
            assertThat(stated.received()).isEqualTo(4);
            assertThat(stated.inside()).isEqualTo(2);
            assertThat(stated.states()).containsEntry("empty", 1L).containsEntry("container", 1L);
            assertThat(stated.limits()).contains("nesting 12 levels");
            assertThat(new String(zip.read(Completeness.LEDGER, 1 << 20), StandardCharsets.UTF_8))
                    .contains("\"path\":\"pair.zip!/one.txt\"")
                    .contains("Tika 3.");
        }
    }

    @Test
    void aStatementWithOneByteChangedDoesNotHold() throws Exception {
        UUID ingestion = ingested();
        CompletenessStatement made = asMara(
                () -> statements.make(harbour, ingestion, (stated, notWhole, more) -> new byte[] {'p', 'a', 'g', 'e'}));
        byte[] whole = Files.readAllBytes(saved(ingestion, made));
        int every = Math.max(1, whole.length / 60);

        for (int at = 0; at < whole.length; at += every) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Path archive = Files.write(folder.resolve("changed.zip"), changed);
            assertThat(verified(archive, new ByteArrayOutputStream()))
                    .as("byte " + at)
                    .isEqualTo(1);
        }
    }

    @Test
    void nothingIsStatedWhileAFileIsUnread() {
        Ingestion open = asMara(() -> ingestions.begin(harbour, "Open", Optional.empty(), Optional.empty()));

        assertThatThrownBy(() -> asMara(() -> statements.make(harbour, open.id(), (s, n, m) -> new byte[1])))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("ingestion-not-finished"));
    }

    @Test
    void thePageMakesListsAndGivesItOut() {
        UUID ingestion = ingested();
        Browser page = browser(mara);
        String here = "/cases/" + harbour + "/ingestions/" + ingestion;

        var made = page.submit(page.get(here), "/completeness", Map.of());

        assertThat(made.status()).isBetween(200, 399);
        var listed = page.get(here).page().select("a[href*=/completeness/]");
        assertThat(listed).hasSize(1);
        assertThat(page.get(listed.attr("href")).status()).isEqualTo(200);
    }

    private UUID ingested() {
        byte[] zip = Harbour.zip(files("one.txt", "The first.", "two.txt", "The second."));
        return asMara(() -> Harbour.ingest(
                        ingestions,
                        harbour,
                        files(
                                "pair.zip",
                                zip,
                                "note.txt",
                                "The quay plan.",
                                "nothing.txt",
                                "",
                                "broken.pdf",
                                "%PDF-1.7\nnothing more")))
                .ingestion()
                .id();
    }

    private Path saved(UUID ingestion, CompletenessStatement made) throws IOException {
        Original archive = asMara(() -> statements.open(harbour, ingestion, made.id()));
        try (InputStream in = archive.bytes().stream()) {
            return Files.write(folder.resolve("statement.zip"), in.readAllBytes());
        }
    }

    private static int verified(Path archive, ByteArrayOutputStream said) {
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return Verify.run(new String[] {archive.toString()}, out, out);
        }
    }

    private <T> T asMara(Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }
}
