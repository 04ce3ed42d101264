package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.kernel.Digest;

class PlainObjectsTest {
    private static final byte[] WORDS = "The quay plan.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private VaultFolder folder;

    @BeforeEach
    void open() {
        folder = new VaultFolder(data);
    }

    @Test
    void whatLayInTheClearIsSealed() throws IOException {
        byte[] large = VaultFolder.bytes(ObjectHeader.SEGMENT + 3, 1);
        Path first = plain(WORDS, Digest.of(WORDS));
        Path second = plain(large, Digest.of(large));

        folder.vault().sealPlain();

        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(folder.read(Digest.of(WORDS))).isEqualTo(WORDS);
        assertThat(folder.read(Digest.of(large))).isEqualTo(large);
        assertThat(data.resolve("vault/sealed")).exists();
    }

    @Test
    void itGoesOnWhereItWasBrokenOff() throws IOException {
        folder.keep(WORDS);
        Path both = plain(WORDS, Digest.of(WORDS));
        byte[] other = VaultFolder.bytes(100, 2);
        plain(other, Digest.of(other));

        folder.again().sealPlain();

        assertThat(both).doesNotExist();
        assertThat(folder.read(Digest.of(WORDS))).isEqualTo(WORDS);
        assertThat(folder.read(Digest.of(other))).isEqualTo(other);
    }

    @Test
    void aPlainFileThatLooksLikeAnObjectIsSealedToo() throws IOException {
        byte[] looking;
        try (Incoming incoming = folder.vault().take(VaultFolder.QUAY, new ByteArrayInputStream(WORDS))) {
            looking = Files.readAllBytes(incoming.file());
        }
        plain(looking, Digest.of(looking));

        folder.vault().sealPlain();

        assertThat(folder.read(Digest.of(looking))).isEqualTo(looking);
    }

    @Test
    void aDamagedOneStaysForWhoeverLooks() throws IOException {
        Path damaged = plain("The quay plans".getBytes(StandardCharsets.UTF_8), Digest.of(WORDS));

        folder.vault().sealPlain();

        assertThat(damaged).hasContent("The quay plans");
    }

    private Path plain(byte[] bytes, Digest digest) throws IOException {
        Path place =
                data.resolve("vault/" + VaultFolder.HARBOUR + "/" + digest.hex().substring(0, 2));
        return Files.write(Files.createDirectories(place).resolve(digest.hex()), bytes);
    }
}
