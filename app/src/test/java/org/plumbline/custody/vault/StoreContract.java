package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.kernel.CaseId;

/** What the vault asks of whatever holds its objects. */
abstract class StoreContract {
    private static final CaseId OTHER = new CaseId(UUID.fromString("01890000-0000-7000-8000-000000000011"));

    @TempDir
    protected Path folder;

    private VaultStore store;

    abstract VaultStore store();

    @BeforeEach
    void open() {
        store = store();
    }

    @Test
    void whatWasPutIsReadAtAnyPlace() throws IOException {
        store.put(name('a'), finished("0123456789"));

        try (StoredObject object = store.open(name('a')).orElseThrow()) {
            byte[] into = new byte[20];
            assertThat(object.size()).isEqualTo(10);
            assertThat(object.read(3, into, 4)).isEqualTo(4);
            assertThat(new String(into, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("3456");
            assertThat(object.read(8, into, 20)).isEqualTo(2);
            assertThat(object.read(10, into, 20)).isZero();
        }
    }

    @Test
    void thePutFileIsTakenOver() throws IOException {
        Path finished = finished("bytes");

        store.put(name('a'), finished);

        assertThat(finished).doesNotExist();
        assertThat(store.exists(name('a'))).isTrue();
    }

    @Test
    void whatIsThereStays() throws IOException {
        store.put(name('a'), finished("first"));
        Path second = finished("other");

        store.put(name('a'), second);

        assertThat(second).doesNotExist();
        try (StoredObject object = store.open(name('a')).orElseThrow()) {
            byte[] into = new byte[5];
            assertThat(object.read(0, into, 5)).isEqualTo(5);
            assertThat(new String(into, StandardCharsets.US_ASCII)).isEqualTo("first");
        }
    }

    @Test
    void whatIsNotThereIsAbsent() throws IOException {
        assertThat(store.open(name('a'))).isEmpty();
        assertThat(store.exists(name('a'))).isFalse();
        assertThat(store.cases()).isEmpty();
        assertThat(store.list(OTHER)).isEmpty();
        store.delete(name('a'));
    }

    @Test
    void objectsAreListedByCase() throws IOException {
        store.put(name('b'), finished("1"));
        store.put(name('a'), finished("2"));
        store.put(new ObjectName(OTHER, name('a').name()), finished("3"));

        assertThat(store.cases()).containsExactlyInAnyOrder(VaultFolder.HARBOUR, OTHER);
        assertThat(store.list(VaultFolder.HARBOUR)).containsExactly(name('a'), name('b'));
    }

    @Test
    void whatWasDeletedIsGoneInItsCaseAlone() throws IOException {
        store.put(name('a'), finished("1"));
        store.put(new ObjectName(OTHER, name('a').name()), finished("3"));

        store.delete(name('a'));

        assertThat(store.exists(name('a'))).isFalse();
        assertThat(store.open(name('a'))).isEmpty();
        assertThat(store.list(VaultFolder.HARBOUR)).isEmpty();
        assertThat(store.exists(new ObjectName(OTHER, name('a').name()))).isTrue();
    }

    private static ObjectName name(char digit) {
        return new ObjectName(VaultFolder.HARBOUR, String.valueOf(digit).repeat(64));
    }

    private Path finished(String text) throws IOException {
        Path file = Files.createTempFile(folder, "finished", ".part");
        return Files.writeString(file, text);
    }
}
