package org.plumbline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tile.EntryBundle;
import org.plumbline.engine.log.tile.Frontier;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tile.TileReader;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.ProofMaker;
import org.plumbline.engine.log.tree.TreeHasher;

/** A log that another implementation (transparency-dev/tessera) wrote and signed. */
class TesseraLogTest {
    private static final Path LOG = Vectors.folder("tessera-log");
    private static final int ENTRIES = 15;
    private static final String VERIFIER =
            "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

    /** The key that this log's project publishes with its test data. */
    private static final String SIGNER =
            "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg";

    private final TileReader reader = new TileReader(TesseraLogTest::read, 1_000_000);

    @BeforeEach
    void logIsThere() {
        assumeTrue(Vectors.areThere(), "no vectors beside this checkout");
    }

    @Test
    void everyCheckpointIsSignedAndItsRootFollowsFromTheTiles() throws Exception {
        VerifierKey key = VerifierKey.parse(VERIFIER);
        for (int size = 0; size <= ENTRIES; size++) {
            Note note = note(size == ENTRIES ? "checkpoint" : "checkpoint." + size);
            Checkpoint checkpoint = Checkpoint.parse(note.text());

            assertThat(note.verify(List.of(key))).hasSize(1);
            assertThat(checkpoint.size()).isEqualTo(size);
            assertThat(Frontier.read(size, reader).tree()).isEqualTo(checkpoint.tree());
            assertThat(checkpoint.text()).isEqualTo(note.text());
            assertThat(note.bytes())
                    .isEqualTo(Files.readAllBytes(LOG.resolve(size == ENTRIES ? "checkpoint" : "checkpoint." + size)));
        }
    }

    @Test
    void everyBundleHashesToItsTile() throws Exception {
        var hasher = new TreeHasher();
        for (int size = 1; size <= ENTRIES; size++) {
            TilePath path = TilePath.of(TilePath.ENTRIES, 0, size);
            List<byte[]> entries = EntryBundle.read(path, read(path).orElseThrow());
            byte[] tile = reader.hashes(TilePath.of(0, 0, size));

            for (int i = 0; i < size; i++) {
                assertThat(hasher.leaf(entries.get(i))).isEqualTo(Hash.at(tile, i * Hash.BYTES));
            }
        }
    }

    @Test
    void everyTwoCheckpointsAreConsistentAndOnlyInTheirOrder() throws Exception {
        for (int size = 1; size <= ENTRIES; size++) {
            var maker = new ProofMaker(reader.nodes(size));
            for (int old = 1; old <= size; old++) {
                Hash oldRoot = root(old);
                Hash root = root(size);
                var proof = maker.consistency(old, size);

                proof.verify(oldRoot, root);
                if (old < size) {
                    assertThat(Faults.of(() -> proof.verify(root, oldRoot)))
                            .isIn(Fault.ROOT_MISMATCH, Fault.OLD_ROOT_MISMATCH);
                }
            }
        }
    }

    @Test
    void ourSignaturesAreByteForByteThoseOfTheOtherImplementation() throws Exception {
        SignerKey key = SignerKey.parse(SIGNER);

        assertThat(key.verifier()).isEqualTo(VerifierKey.parse(VERIFIER)).hasToString(VERIFIER);
        assertThat(key.secret()).isEqualTo(SIGNER);
        for (int size = 0; size <= ENTRIES; size++) {
            Note theirs = note("checkpoint." + size);
            assertThat(key.sign(theirs.text(), Instant.EPOCH))
                    .isEqualTo(theirs.signatures().getFirst());
        }
    }

    @Test
    void everyFlippedBitOfACheckpointIsRefused() throws Exception {
        List<VerifierKey> keys = List.of(VerifierKey.parse(VERIFIER));
        byte[] bytes = Files.readAllBytes(LOG.resolve("checkpoint"));
        var faults = new ArrayList<Fault>();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            faults.add(Faults.of(() -> Note.parse(flipped).verify(keys)));
        }

        assertThat(faults).hasSize(bytes.length * 8).contains(Fault.SIGNATURE_INVALID, Fault.SIGNATURE_MISSING);
    }

    private static Hash root(int size) throws IOException, Refused {
        return Checkpoint.parse(note("checkpoint." + size).text()).root();
    }

    private static Note note(String name) throws IOException, Refused {
        return Note.parse(Files.readAllBytes(LOG.resolve(name)));
    }

    private static Optional<byte[]> read(TilePath path) throws IOException {
        Path file = LOG.resolve(path.path());
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}
