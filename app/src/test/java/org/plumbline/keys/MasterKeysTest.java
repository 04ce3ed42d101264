package org.plumbline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder opens with its master key alone, which never lies in it. */
class MasterKeysTest {
    private static final KeyFolder.Key SECRET = new KeyFolder.Key("one secret", "its public part");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void folders() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void theFirstStartMakesTheKeyBesideTheFolderAndLaterOnesFindIt() throws IOException {
        MasterKeys made = MasterKeys.open(data, KeySource.USUAL);
        MasterKeys found = MasterKeys.open(data, KeySource.USUAL);

        assertThat(made.made()).isTrue();
        assertThat(found.made()).isFalse();
        assertThat(found.now()).isEqualTo(made.now());
        assertThat(made.place()).isEqualTo(folder.resolve("data.key").toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data.key"))))
                .isEqualTo("rw-------");
        assertThat(MasterKeys.fingerprintOf(data)).contains(made.now().fingerprint());
    }

    @Test
    void keysOfTheFolderLieSealed() throws IOException {
        KeyFolder.usual(data).of(KeyKind.TRAIL_LOG, () -> SECRET);

        assertThat(KeyFolder.usual(data).find(KeyKind.TRAIL_LOG)).contains(SECRET);
        assertThat(Files.readString(KeyFolder.file(data, KeyKind.TRAIL_LOG)))
                .doesNotContain(SECRET.secret())
                .contains(SECRET.publicPart());
        assertThat(KeyFolder.publicPart(data, KeyKind.TRAIL_LOG)).contains(SECRET.publicPart());
    }

    @Test
    void askedForByManyAtOnceAKeyIsMadeOnce() throws InterruptedException {
        KeyFolder keys = KeyFolder.usual(data);
        var made = new AtomicInteger();
        var together = new CyclicBarrier(8);
        List<Callable<String>> asking = Collections.nCopies(8, () -> {
            together.await();
            return keys.of(KeyKind.VAULT, () -> new KeyFolder.Key("secret " + made.incrementAndGet(), ""))
                    .secret();
        });

        List<String> got;
        try (var threads = Executors.newFixedThreadPool(8)) {
            got = threads.invokeAll(asking).stream().map(Future::resultNow).toList();
        }

        assertThat(got).containsOnly("secret 1");
    }

    @Test
    void aKeyThatWasAlteredOrMovedDoesNotOpen() throws IOException {
        KeyFolder keys = KeyFolder.usual(data);
        keys.of(KeyKind.TRAIL_LOG, () -> SECRET);
        Path file = KeyFolder.file(data, KeyKind.TRAIL_LOG);
        String sound = Files.readString(file);

        for (String changed : List.of(
                sound.replace(SECRET.publicPart(), "another public part"),
                sound.replace("kind trail-log", "kind witness"),
                sound.replaceFirst("sealed .", "sealed " + (sound.contains("sealed A") ? "B" : "A")))) {
            Files.writeString(file, changed);
            assertThatThrownBy(() -> keys.find(KeyKind.TRAIL_LOG))
                    .isInstanceOf(KeyRefused.class)
                    .hasMessageContaining("doesn't open");
        }
        Files.writeString(file, "plumbline key 1\nkind trail-log\n");
        assertThatThrownBy(() -> keys.find(KeyKind.TRAIL_LOG)).isInstanceOf(KeyRefused.class);
    }

    @Test
    void aPlainKeyOfBeforeIsTakenIn() throws IOException {
        Path file = KeyFolder.file(data, KeyKind.SIGN_IN);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "0123456789abcdef\n");
        KeyFolder keys = KeyFolder.usual(data);

        keys.takeIn(KeyKind.SIGN_IN, secret -> "");
        keys.takeIn(KeyKind.SIGN_IN, secret -> "");

        assertThat(keys.find(KeyKind.SIGN_IN)).contains(new KeyFolder.Key("0123456789abcdef", ""));
        assertThat(Files.readString(file)).doesNotContain("0123456789abcdef");
    }

    @Test
    void aPlainKeyOfAnotherNameIsTakenInAndItsFileIsGone() throws IOException {
        KeyFolder keys = KeyFolder.usual(data);
        Path plain = KeyFolder.file(data, KeyKind.TIMESTAMPS).resolveSibling("timestamps.pem");
        Files.createDirectories(plain.getParent());
        Files.writeString(plain, "plain key\n");

        keys.takeIn(KeyKind.TIMESTAMPS, "timestamps.pem", secret -> "public");

        assertThat(keys.find(KeyKind.TIMESTAMPS)).contains(new KeyFolder.Key("plain key\n", "public"));
        assertThat(Files.readString(KeyFolder.file(data, KeyKind.TIMESTAMPS))).doesNotContain("plain key");
        assertThat(plain).doesNotExist();
    }

    @Test
    void aPlainFileThatHoldsNoKeyIsRefusedAndStays() throws IOException {
        KeyFolder keys = KeyFolder.usual(data);
        Path plain = KeyFolder.file(data, KeyKind.TIMESTAMPS).resolveSibling("timestamps.pem");
        Files.createDirectories(plain.getParent());
        Files.writeString(plain, "no key\n");

        assertThatThrownBy(() -> keys.takeIn(KeyKind.TIMESTAMPS, "timestamps.pem", secret -> {
                    throw new IllegalArgumentException("no CERTIFICATE");
                }))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("timestamps.pem holds no key of the kind timestamps: put it back from a copy");

        assertThat(plain).exists();
        assertThat(KeyFolder.file(data, KeyKind.TIMESTAMPS)).doesNotExist();
    }

    @Test
    void aPlainKeyThatAnotherHasReplacedIsDeleted() throws IOException {
        KeyFolder keys = KeyFolder.usual(data);
        keys.of(KeyKind.TIMESTAMPS, () -> new KeyFolder.Key("of now", "public"));
        Path plain = KeyFolder.file(data, KeyKind.TIMESTAMPS).resolveSibling("timestamps.pem");
        Files.writeString(plain, "plain key\n");

        keys.takeIn(KeyKind.TIMESTAMPS, "timestamps.pem", secret -> "public");

        assertThat(keys.find(KeyKind.TIMESTAMPS)).contains(new KeyFolder.Key("of now", "public"));
        assertThat(plain).doesNotExist();
    }

    @Test
    void anAbsentKeyIsRefusedWithWhereItIsLookedFor() throws IOException {
        String fingerprint = MasterKeys.open(data, KeySource.USUAL).now().fingerprint();
        Files.delete(folder.resolve("data.key"));

        refused(KeySource.USUAL, fingerprint, folder.resolve("data.key").toString(), "--key-file", "keys recover");
        refused(file("elsewhere.key"), fingerprint, "elsewhere.key");
        assertThat(folder.resolve("elsewhere.key")).doesNotExist();
    }

    @Test
    void anotherKeyIsRefusedWithBothFingerprints() throws IOException {
        String fingerprint = MasterKeys.open(data, KeySource.USUAL).now().fingerprint();
        MasterKey other = MasterKey.random(new java.util.SplittableRandom(7));
        MasterKeyFile.write(folder.resolve("other.key"), List.of(other));

        refused(file("other.key"), fingerprint, other.fingerprint());
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        Path file = folder.resolve("some.key");
        Files.writeString(file, "my secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        refused(file("some.key"), "holds no master key");
        Files.writeString(file, "plumbline master key 1\nxyz\n");
        refused(file("some.key"), "64 hexadecimal digits");
        Files.writeString(file, "plumbline master key 1\n0102\n");
        refused(file("some.key"), "32 bytes");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(file("some.key"), "may be read or changed by others");
        refused(KeySource.of(data.resolve("keys/own.key").toString(), ""), "lies in the data folder");
        refused(file("some.key/below-a-file"), "can't be written");
    }

    @Test
    void aCommandMayPrintTheKey() throws IOException {
        MasterKey key = MasterKey.random(new java.util.SplittableRandom(8));
        MasterKeyFile.write(folder.resolve("kms.key"), List.of(key));
        var source = KeySource.of("", "cat " + folder.resolve("kms.key"));

        assertThat(MasterKeys.open(data, source).now()).isEqualTo(key);
        assertThat(folder.resolve("data.key")).doesNotExist();
        refused(KeySource.of("", "exit 3"), "exit code 3");
        refused(KeySource.of("", "echo nothing"), "What the command of key-from printed holds no master key");
        refused(KeySource.USUAL, key.fingerprint());
    }

    @Test
    void aChangedMasterKeySealsAllAnew() throws IOException {
        KeyFolder.usual(data).of(KeyKind.TRAIL_LOG, () -> SECRET);
        MasterKey before = MasterKeys.open(data, KeySource.USUAL).now();

        MasterKeys now = MasterChange.rotate(data, KeySource.USUAL, Clock.systemUTC());

        assertThat(now.now()).isNotEqualTo(before);
        assertThat(KeyFolder.usual(data).find(KeyKind.TRAIL_LOG)).contains(SECRET);
        assertThat(KeyFolder.usual(data).all())
                .allMatch(key -> key.master().equals(now.now().fingerprint()));
        assertThat(MasterKeyFile.read(folder.resolve("data.key"))).containsExactly(now.now());
    }

    /**
     * Each state that a stop in the middle of a change can leave behind opens, and is led to its end by asking again.
     */
    @Test
    void aChangeThatWasCutShortOpensAndEnds() throws IOException {
        MasterKey before = MasterKeys.open(data, KeySource.USUAL).now();
        KeyFolder.usual(data).of(KeyKind.TRAIL_LOG, () -> SECRET);
        KeyFolder.usual(data).of(KeyKind.SIGN_IN, () -> SECRET);
        MasterKey next = MasterKey.random(new java.util.SplittableRandom(9));
        Path file = folder.resolve("data.key");
        var both = new MasterKeys(List.of(next, before), false, file.toString());

        MasterKeyFile.write(file, List.of(next, before));
        assertThat(KeyFolder.usual(data).find(KeyKind.TRAIL_LOG)).contains(SECRET);
        assertThat(MasterKeys.fingerprintOf(data)).contains(before.fingerprint());
        KeyFolder.usual(data).replace(KeyKind.TRAIL_LOG, SECRET); // one is sealed anew, the other not yet
        assertThat(KeyFolder.usual(data).find(KeyKind.SIGN_IN)).contains(SECRET);
        KeyMark.of(data).write(next, both.place());
        assertThat(KeyFolder.usual(data).find(KeyKind.SIGN_IN)).contains(SECRET);

        MasterKeys ended = MasterChange.rotate(data, KeySource.USUAL, Clock.systemUTC());

        assertThat(ended.all()).containsExactly(next);
        assertThat(KeyFolder.usual(data).find(KeyKind.SIGN_IN)).contains(SECRET);
        assertThat(KeyFolder.usual(data).find(KeyKind.TRAIL_LOG)).contains(SECRET);
    }

    @Test
    void theFileIsWrittenAnewFromItsSheet() throws IOException {
        MasterKey key = MasterKeys.open(data, KeySource.USUAL).now();
        String typed = String.join(" ", Words.of(key.bytes()));
        Path file = folder.resolve("new.key");

        MasterChange.recover(typed, MasterKeys.fingerprintOf(data), file);

        assertThat(MasterKeyFile.read(file)).containsExactly(key);
        assertThatThrownBy(() -> MasterChange.recover(typed, Optional.empty(), file))
                .hasMessageContaining("is there already");
    }

    @Test
    void nothingThatIsPrintedTellsTheKey() {
        MasterKeys keys = MasterKeys.open(data, KeySource.USUAL);
        String digits = java.util.HexFormat.of().formatHex(keys.now().bytes());

        assertThat(keys.toString() + SECRET).doesNotContain(digits).doesNotContain(SECRET.secret());
    }

    private KeySource file(String name) {
        return KeySource.of(folder.resolve(name).toString(), "");
    }

    private void refused(KeySource source, String... said) {
        assertThatThrownBy(() -> MasterKeys.open(data, source))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContainingAll(said);
    }
}
