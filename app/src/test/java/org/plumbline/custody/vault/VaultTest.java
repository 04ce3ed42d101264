package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;

class VaultTest {
    private static final byte[] WORDS = "The quay plan.".getBytes(StandardCharsets.UTF_8);
    private static final int SEGMENT = ObjectHeader.SEGMENT;

    @TempDir
    private Path data;

    private VaultFolder folder;

    @BeforeEach
    void open() {
        folder = new VaultFolder(data);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 14, 131_072, 131_073, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 2 * SEGMENT + 77})
    void whatWasKeptIsReadAgain(int length) throws IOException {
        byte[] bytes = VaultFolder.bytes(length, length);

        Digest digest = folder.keep(bytes);

        assertThat(digest).isEqualTo(Digest.of(bytes));
        assertThat(folder.vault().open(VaultFolder.HARBOUR, digest).length()).isEqualTo(length);
        assertThat(folder.read(digest)).isEqualTo(bytes);
        assertThat(folder.entrance()).isEmpty();
    }

    @Test
    void aRangeIsReadWithoutTheWhole() throws IOException {
        byte[] bytes = VaultFolder.bytes(3 * SEGMENT + 5, 3);
        SealedContent content = folder.vault().open(VaultFolder.HARBOUR, folder.keep(bytes));

        for (int from : new int[] {0, 5, SEGMENT - 3, SEGMENT, 2 * SEGMENT + 9, 3 * SEGMENT + 4}) {
            try (InputStream in = content.range(from, 9)) {
                assertThat(in.readAllBytes())
                        .isEqualTo(Arrays.copyOfRange(bytes, from, Math.min(from + 9, bytes.length)));
            }
        }
        flip(folder.file(Digest.of(bytes)), ObjectHeader.at(1) + 100);
        try (InputStream in = content.stream()) {
            in.skipNBytes(2L * SEGMENT);
            assertThat(in.readNBytes(100)).isEqualTo(Arrays.copyOfRange(bytes, 2 * SEGMENT, 2 * SEGMENT + 100));
        }
    }

    @Test
    void theDiskHoldsNeitherTheBytesNorTheirDigest() throws IOException {
        Digest digest = folder.keep(WORDS);

        Path file = folder.file(digest);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("quay");
        assertThat(file.toString()).doesNotContain(digest.hex());
    }

    @Test
    void nothingLiesInTheClearWhileBytesArrive() throws IOException {
        var seen = new StringBuilder();
        InputStream words = new ByteArrayInputStream(WORDS.clone());
        InputStream looking = new InputStream() {
            @Override
            public int read() throws IOException {
                for (Path file : folder.entrance()) {
                    seen.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return read();
            }
        };

        folder.vault()
                .take(VaultFolder.HARBOUR, new SequenceInputStream(words, looking))
                .close();

        assertThat(seen).startsWith("plumbvlt").doesNotContain("quay");
    }

    @Test
    void sameBytesAreOneObjectInACaseAndAnotherInAnother() throws IOException {
        Digest digest = folder.keep(WORDS);
        var first = Files.getLastModifiedTime(folder.file(digest));

        folder.keep(WORDS);
        try (Incoming other = folder.vault().take(VaultFolder.QUAY, new ByteArrayInputStream(WORDS))) {
            folder.vault().place(VaultFolder.QUAY, other);
        }

        assertThat(Files.getLastModifiedTime(folder.file(digest))).isEqualTo(first);
        assertThat(new FileStore(data.resolve("vault")).list(VaultFolder.HARBOUR))
                .hasSize(1)
                .doesNotContainAnyElementsOf(new FileStore(data.resolve("vault"))
                        .list(VaultFolder.QUAY).stream()
                                .map(name -> new ObjectName(VaultFolder.HARBOUR, name.name()))
                                .toList());
    }

    @Test
    void bytesThatNobodyKeptAreGone() {
        folder.vault()
                .take(VaultFolder.HARBOUR, new ByteArrayInputStream(WORDS))
                .close();

        assertThat(folder.entrance()).isEmpty();
    }

    @Test
    void aStreamThatBreaksLeavesNothing() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(WORDS), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return read();
            }
        });

        assertThatThrownBy(() -> folder.vault().take(VaultFolder.HARBOUR, broken))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("upload-cut"));
        assertThat(folder.entrance()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 15, 20, 40, ObjectHeader.BYTES + 3, ObjectHeader.BYTES + 500, 2L * SEGMENT})
    void aByteChangedAnywhereIsRefused(long at) throws IOException {
        Digest digest = folder.keep(VaultFolder.bytes(2 * SEGMENT + 100, 5));

        flip(folder.file(digest), at);

        assertDamaged(digest);
    }

    @Test
    void anObjectCutShortOrWithSegmentsExchangedIsRefused() throws IOException {
        byte[] bytes = VaultFolder.bytes(2 * SEGMENT + 100, 6);
        Digest digest = folder.keep(bytes);
        Path file = folder.file(digest);
        byte[] whole = Files.readAllBytes(file);

        for (long length :
                new long[] {0, 10, ObjectHeader.BYTES, ObjectHeader.at(1), ObjectHeader.at(2), whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, (int) length));
            assertDamaged(digest);
        }
        byte[] exchanged = whole.clone();
        System.arraycopy(whole, (int) ObjectHeader.at(1), exchanged, (int) ObjectHeader.at(0), ObjectHeader.STRIDE);
        System.arraycopy(whole, (int) ObjectHeader.at(0), exchanged, (int) ObjectHeader.at(1), ObjectHeader.STRIDE);
        Files.write(file, exchanged);
        assertDamaged(digest);
    }

    @Test
    void anotherObjectOfTheCaseInItsPlaceIsRefused() throws IOException {
        Digest digest = folder.keep(WORDS);
        Digest other = folder.keep(VaultFolder.bytes(WORDS.length, 1));

        Files.copy(folder.file(other), folder.file(digest), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> folder.vault().open(VaultFolder.HARBOUR, digest))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("content-damaged"));
    }

    @Test
    void whatIsKeptBackIsNotOpenedAndStillInspected() throws IOException {
        Digest digest = folder.keep(WORDS);
        folder.quarantined.add(digest);

        assertThatThrownBy(() -> folder.vault().open(VaultFolder.HARBOUR, digest))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("content-quarantined"));
        assertThat(folder.vault().inspect(VaultFolder.HARBOUR, digest, WORDS.length))
                .isEqualTo(Vault.Found.HELD);
        flip(folder.file(digest), ObjectHeader.BYTES + 20);
        assertThat(folder.vault().inspect(VaultFolder.HARBOUR, digest, WORDS.length))
                .isEqualTo(Vault.Found.CHANGED);
        Files.delete(folder.file(digest));
        assertThat(folder.vault().inspect(VaultFolder.HARBOUR, digest, WORDS.length))
                .isEqualTo(Vault.Found.MISSING);
    }

    @Test
    void withoutTheKeyOfTheCaseNothingOpens() {
        Digest digest = folder.keep(WORDS);

        folder.keys.forget(VaultFolder.HARBOUR);

        assertThatThrownBy(() -> folder.vault().open(VaultFolder.HARBOUR, digest))
                .isInstanceOf(Refused.class);
        folder.keys.of(VaultFolder.HARBOUR);
        assertThatThrownBy(() -> folder.vault().open(VaultFolder.HARBOUR, digest))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theSweepRemovesPartsAndHandsOutNotes() throws IOException {
        Entrance entrance = folder.vault().entrance();
        Files.write(entrance.file("0190.part"), WORDS);
        var by = new MemberId(UUID.fromString("01890000-0000-7000-8000-000000000009"));
        entrance.note(by.value(), VaultFolder.HARBOUR, Digest.of(WORDS), by);

        var notes = entrance.sweep((caseId, id) -> false);

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.caseId()).isEqualTo(VaultFolder.HARBOUR);
            assertThat(note.digest()).isEqualTo(Digest.of(WORDS));
            assertThat(note.by()).isEqualTo(by);
        });
        assertThat(data.resolve("vault/entrance/0190.part")).doesNotExist();
    }

    private void assertDamaged(Digest digest) {
        assertThatThrownBy(() -> folder.read(digest))
                .satisfies(failure -> assertThat(failure).isInstanceOfAny(Refused.class, DamagedObject.class));
    }

    static void flip(Path file, long at) throws IOException {
        try (var channel =
                java.nio.channels.FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = java.nio.ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1));
            channel.write(one.flip(), at);
        }
    }
}
