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
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refused;

class ArrivingTest {
    private static final int SEGMENT = ObjectHeader.SEGMENT;

    @TempDir
    private Path data;

    private VaultFolder folder;

    @BeforeEach
    void open() {
        folder = new VaultFolder(data);
    }

    @Test
    void piecesOfAnySizeAddUpAcrossRestarts() throws IOException {
        long seed = new SplittableRandom().nextLong();
        var random = new SplittableRandom(seed);
        byte[] bytes = VaultFolder.bytes(3 * SEGMENT + 4711, seed);
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR);
        UUID id = arriving.id();

        while (arriving.offset() < bytes.length) {
            int at = (int) arriving.offset();
            int most = 1 + random.nextInt(random.nextBoolean() ? 2 * SEGMENT : 1000);
            boolean breaks = random.nextInt(4) == 0;
            arriving.append(stream(bytes, at, breaks), most);
            int wanted = Math.min(bytes.length, at + (breaks ? Math.min(most, 1000) : most));
            assertThat(arriving.offset()).as("seed " + seed).isEqualTo(wanted);
            arriving.close();
            Vault vault = random.nextBoolean() ? folder.again() : folder.vault();
            arriving = vault.resume(VaultFolder.HARBOUR, id).orElseThrow();
        }

        assertKept(arriving, bytes);
        assertThat(folder.vault().resume(VaultFolder.HARBOUR, id)).isEmpty();
    }

    @Test
    void comparisonDigestsAreOfTheWholeFileAcrossRestarts() throws Exception {
        byte[] bytes = VaultFolder.bytes(2 * SEGMENT + 4711, 8);
        Set<ComparisonKind> both = EnumSet.allOf(ComparisonKind.class);
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR, both);
        UUID id = arriving.id();
        arriving.append(stream(bytes, 0, false), SEGMENT + 17);
        arriving.close();
        arriving = folder.vault().resume(VaultFolder.HARBOUR, id, both).orElseThrow();
        arriving.append(stream(bytes, SEGMENT + 17, false), 1000);
        arriving.close();
        // Whoever looks on without asking for them must not make them wrong either.
        folder.vault().resume(VaultFolder.HARBOUR, id).orElseThrow().close();
        arriving = folder.vault().resume(VaultFolder.HARBOUR, id, both).orElseThrow();
        arriving.close();
        arriving = folder.again().resume(VaultFolder.HARBOUR, id, both).orElseThrow();
        arriving.append(stream(bytes, SEGMENT + 1017, false), Long.MAX_VALUE);

        try (Incoming incoming = arriving.finish()) {
            assertThat(incoming.digest()).isEqualTo(Digest.of(bytes));
            assertThat(incoming.compared())
                    .containsExactly(
                            new ComparisonDigest(ComparisonKind.MD5, hex("MD5", bytes)),
                            new ComparisonDigest(ComparisonKind.SHA1, hex("SHA-1", bytes)));
        }
    }

    @Test
    void onlyTheComparisonDigestsThatWereAskedForAreWorkedOut() throws Exception {
        byte[] bytes = VaultFolder.bytes(SEGMENT + 1, 9);

        try (Incoming none = folder.vault().take(VaultFolder.HARBOUR, stream(bytes, 0, false));
                Incoming one = folder.vault()
                        .take(VaultFolder.HARBOUR, stream(bytes, 0, false), Set.of(ComparisonKind.SHA1))) {
            assertThat(none.compared()).isEmpty();
            assertThat(one.compared()).containsExactly(new ComparisonDigest(ComparisonKind.SHA1, hex("SHA-1", bytes)));
        }
    }

    @Test
    void whatEndsOnTheEdgeOfASegmentIsWhole() throws IOException {
        byte[] bytes = VaultFolder.bytes(2 * SEGMENT, 2);
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR);
        arriving.append(stream(bytes, 0, false), SEGMENT);
        arriving.close();
        arriving = folder.again().resume(VaultFolder.HARBOUR, arriving.id()).orElseThrow();
        arriving.append(stream(bytes, SEGMENT, false), Long.MAX_VALUE);

        assertKept(arriving, bytes);
    }

    @Test
    void nothingAtAllCanArrive() throws IOException {
        assertKept(folder.vault().begin(VaultFolder.HARBOUR), new byte[0]);
    }

    @Test
    void nothingLiesInTheClear() throws IOException {
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR);
        arriving.append(new ByteArrayInputStream("The quay plan.".getBytes(StandardCharsets.UTF_8)), 100);

        for (Path file : folder.entrance()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("quay");
        }
        arriving.drop();
        assertThat(folder.entrance()).isEmpty();
    }

    /** A power cut can take what was not flushed: a segment behind the tail, half written. */
    @Test
    void aSegmentThatDidNotOutlastAPowerCutIsSentAgain() throws IOException {
        byte[] bytes = VaultFolder.bytes(2 * SEGMENT, 4);
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR);
        arriving.append(stream(bytes, 0, false), 1000);
        UUID id = arriving.id();
        arriving.close();
        Path object = data.resolve("vault/entrance/" + VaultFolder.HARBOUR + "_" + id + ".arriving");
        Files.write(object, new byte[ObjectHeader.STRIDE + 500], StandardOpenOption.APPEND);

        arriving = folder.again().resume(VaultFolder.HARBOUR, id).orElseThrow();

        assertThat(arriving.offset()).isEqualTo(1000);
        arriving.append(stream(bytes, 1000, false), Long.MAX_VALUE);
        assertKept(arriving, bytes);
    }

    @Test
    void anEndThatWasNotKeptCanBeSealedAgain() throws IOException {
        byte[] bytes = VaultFolder.bytes(SEGMENT + 10, 5);
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR);
        arriving.append(stream(bytes, 0, false), Long.MAX_VALUE);
        assertThat(arriving.finish().digest()).isEqualTo(Digest.of(bytes));

        Arriving again =
                folder.again().resume(VaultFolder.HARBOUR, arriving.id()).orElseThrow();

        assertThat(again.offset()).isEqualTo(bytes.length);
        assertKept(again, bytes);
    }

    @Test
    void onlyOneMayContinueIt() {
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR);

        assertThatThrownBy(() -> folder.vault().resume(VaultFolder.HARBOUR, arriving.id()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("upload-in-use"));
        arriving.close();
        assertThat(folder.vault().resume(VaultFolder.HARBOUR, arriving.id())).isPresent();
    }

    @Test
    void theSweepLeavesWhatIsAwaited() throws IOException {
        byte[] bytes = VaultFolder.bytes(100, 6);
        Arriving awaited = folder.vault().begin(VaultFolder.HARBOUR);
        awaited.append(stream(bytes, 0, false), 50);
        Arriving forgotten = folder.vault().begin(VaultFolder.HARBOUR);
        forgotten.append(stream(bytes, 0, false), 50);

        folder.again().entrance().sweep((caseId, id) -> caseId.equals(VaultFolder.HARBOUR) && id.equals(awaited.id()));

        assertThat(folder.vault().resume(VaultFolder.HARBOUR, forgotten.id())).isEmpty();
        assertThat(folder.vault().resume(VaultFolder.HARBOUR, awaited.id()).map(Arriving::offset))
                .contains(50L);
    }

    @Test
    void theTailOfBytesThatWerePutInTheirPlaceAndNotRecordedIsSwept() throws IOException {
        byte[] bytes = VaultFolder.bytes(100, 6);
        Arriving arriving = folder.vault().begin(VaultFolder.HARBOUR);
        arriving.append(stream(bytes, 0, false), 100);
        folder.vault().place(VaultFolder.HARBOUR, arriving.finish());
        assertThat(folder.entrance()).hasSize(1);

        folder.again().entrance().sweep((caseId, id) -> true);

        assertThat(folder.entrance()).isEmpty();
    }

    @Test
    void ofACaseThatIsErasedMeanwhileNothingArrivesAnyMore() throws IOException {
        byte[] bytes = VaultFolder.bytes(2 * SEGMENT, 7);
        Vault vault = folder.vault();
        Arriving arriving = vault.begin(VaultFolder.HARBOUR);
        var erasing = new SequenceInputStream(stream(bytes, 0, false), new InputStream() {
            @Override
            public int read() {
                vault.erase(VaultFolder.HARBOUR);
                return 1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                into[from] = (byte) read();
                return 1;
            }
        });

        assertOver(() -> arriving.append(erasing, Long.MAX_VALUE));

        assertThat(folder.entrance()).isEmpty();
        assertThat(vault.resume(VaultFolder.HARBOUR, arriving.id())).isEmpty();
    }

    @Test
    void whatHadArrivedWholeOfAnErasedCaseIsNotFinished() throws IOException {
        Vault vault = folder.vault();
        Arriving arriving = vault.begin(VaultFolder.HARBOUR);
        arriving.append(stream(VaultFolder.bytes(100, 8), 0, false), 100);
        vault.erase(VaultFolder.HARBOUR);

        assertOver(arriving::finish);

        assertThat(folder.entrance()).isEmpty();
    }

    @Test
    void anObjectThatIsPutInPlaceBehindTheErasureIsTakenAwayAgain() throws IOException {
        var vaults = new ArrayList<Vault>();
        var erasing = new AtomicBoolean();
        CaseKeys keys = new CaseKeys() {
            @Override
            public CaseKey of(CaseId caseId) {
                return folder.keys.of(caseId);
            }

            @Override
            public Optional<CaseKey> find(CaseId caseId) {
                Optional<CaseKey> found = folder.keys.find(caseId);
                if (erasing.getAndSet(false)) {
                    vaults.getFirst().erase(caseId);
                }
                return found;
            }

            @Override
            public void forget(CaseId caseId) {
                folder.keys.forget(caseId);
            }
        };
        vaults.add(folder.with(keys));
        try (Incoming incoming = vaults.getFirst().take(VaultFolder.HARBOUR, stream(new byte[100], 0, false))) {
            erasing.set(true);
            vaults.getFirst().place(VaultFolder.HARBOUR, incoming);

            assertThat(data.resolve("vault").resolve(VaultFolder.HARBOUR.toString()))
                    .doesNotExist();
            assertOver(() -> vaults.getFirst().place(VaultFolder.HARBOUR, incoming));
        }
        assertThat(folder.entrance()).isEmpty();
    }

    private static void assertOver(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("upload-over"));
    }

    private void assertKept(Arriving arriving, byte[] bytes) throws IOException {
        try (Incoming incoming = arriving.finish()) {
            assertThat(incoming.digest()).isEqualTo(Digest.of(bytes));
            assertThat(incoming.bytes()).isEqualTo(bytes.length);
            folder.vault().place(VaultFolder.HARBOUR, incoming);
        }
        assertThat(folder.read(Digest.of(bytes))).isEqualTo(bytes);
        assertThat(folder.entrance()).isEmpty();
    }

    private static String hex(String method, byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(method).digest(bytes));
    }

    private static InputStream stream(byte[] bytes, int from, boolean breaks) {
        var all = new ByteArrayInputStream(bytes, from, bytes.length - from);
        if (!breaks) {
            return all;
        }
        byte[] some = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1000));
        return new SequenceInputStream(new ByteArrayInputStream(some), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return read();
            }
        });
    }
}
