package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;

class VaultTest {
    private static final byte[] WORDS = "The quay plan.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private final CaseId harbour = new CaseId(UUID.fromString("01890000-0000-7000-8000-000000000007"));
    private Vault vault;

    @BeforeEach
    void open() {
        vault = new Vault(data, new Ids(java.time.Clock.systemUTC(), new SplittableRandom(7)));
    }

    @Test
    void bytesLieUnderTheirCaseAndDigest() throws IOException {
        try (Incoming incoming = vault.take(harbour, new ByteArrayInputStream(WORDS))) {
            vault.place(harbour, incoming);
        }

        Path file = vault.file(harbour, Digest.of(WORDS));
        assertThat(Files.readAllBytes(file)).isEqualTo(WORDS);
        assertThat(data.relativize(file).toString()).startsWith("vault/" + harbour + "/");
        assertThat(entrance()).isEmpty();
    }

    @Test
    void bytesThatNobodyKeptAreGone() throws IOException {
        vault.take(harbour, new ByteArrayInputStream(WORDS)).close();

        assertThat(entrance()).isEmpty();
    }

    @Test
    void sameBytesAgainLeaveTheFileAsItIs() throws IOException {
        vault.place(harbour, vault.take(harbour, new ByteArrayInputStream(WORDS)));
        var first = Files.getLastModifiedTime(vault.file(harbour, Digest.of(WORDS)));

        vault.place(harbour, vault.take(harbour, new ByteArrayInputStream(WORDS)));

        assertThat(Files.getLastModifiedTime(vault.file(harbour, Digest.of(WORDS))))
                .isEqualTo(first);
        assertThat(entrance()).isEmpty();
    }

    @Test
    void theSweepRemovesPartsAndHandsOutNotes() throws IOException {
        Files.write(vault.entrance().file("0190.part"), WORDS);
        var by = new MemberId(UUID.fromString("01890000-0000-7000-8000-000000000009"));
        vault.entrance().note(by.value(), harbour, Digest.of(WORDS), by);

        var notes = vault.entrance().sweep((caseId, id) -> false);

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.caseId()).isEqualTo(harbour);
            assertThat(note.digest()).isEqualTo(Digest.of(WORDS));
            assertThat(note.by()).isEqualTo(by);
        });
        assertThat(data.resolve("vault/entrance/0190.part")).doesNotExist();
    }

    private java.util.List<Path> entrance() throws IOException {
        try (var files = Files.list(data.resolve("vault/entrance"))) {
            return files.toList();
        }
    }
}
