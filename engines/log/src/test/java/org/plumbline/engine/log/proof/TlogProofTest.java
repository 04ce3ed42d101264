package org.plumbline.engine.log.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.Harbour;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.LogSigner;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.tree.Hash;

class TlogProofTest {
    private static final String HASH = "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=";

    @TempDir
    Path folder;

    private Note checkpoint;
    private Proofs proofs;
    private Policy policy;

    @BeforeEach
    void logIsWitnessed() throws Exception {
        Log log = Log.open(new FileTileStore(folder), Harbour.MEMORY);
        log.append(Harbour.entries(0, 40));
        proofs = log.proofs(log.tree());
        var signer = new LogSigner(Harbour.ORIGIN, List.of(Harbour.LOG_KEY), new FileHeads(folder), Harbour.CLOCK);
        Note signed = signer.sign(log);
        checkpoint = signed.with(List.of(Harbour.AUDIT.sign(signed.text(), Harbour.CLOCK.instant())));
        policy = Policy.parse(("log " + Harbour.LOG_KEY + "\nwitness audit " + Harbour.AUDIT + "\nquorum audit\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void proofIsVerifiedFromItsTextAlone() throws Exception {
        TlogProof proof = TlogProof.of(proofs.inclusion(23), checkpoint);

        TlogProof read = TlogProof.parse(proof.bytes());

        assertThat(read).isEqualTo(proof);
        assertThat(read.verify(policy, proofs.leaf(23)).cosignatures()).hasSize(1);
        assertThat(Faults.of(() -> read.verify(policy, proofs.leaf(24)))).isEqualTo(Fault.ROOT_MISMATCH);
    }

    @Test
    void extraDataIsCarriedAndEmptyExtraDataToo() throws Exception {
        for (byte[] extra : List.of("salt".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            TlogProof proof = TlogProof.of(proofs.inclusion(0), checkpoint).withExtra(extra);

            TlogProof read = TlogProof.parse(proof.bytes());

            assertThat(read.bytes()).isEqualTo(proof.bytes());
            assertThat(read.extra()).isEqualTo(Optional.of(Base64.getEncoder().encodeToString(extra)));
        }
    }

    @Test
    void everyFlippedBitOfAProofIsRefusedByName() throws Exception {
        byte[] bytes = TlogProof.of(proofs.inclusion(39), checkpoint).bytes();
        Hash leaf = proofs.leaf(39);
        var faults = new EnumMap<Fault, Integer>(Fault.class);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            faults.merge(Faults.of(() -> TlogProof.parse(flipped).verify(policy, leaf)), 1, Integer::sum);
        }

        System.out.println("flipped bits of a proof: " + faults);
        assertThat(faults.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(bytes.length * 8);
    }

    @Test
    void everyProofCutShortIsRefused() throws Exception {
        byte[] bytes = TlogProof.of(proofs.inclusion(7), checkpoint).bytes();
        Hash leaf = proofs.leaf(7);
        var faults = new ArrayList<Fault>();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            faults.add(Faults.of(() -> TlogProof.parse(cut).verify(policy, leaf)));
        }

        assertThat(faults).hasSize(bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "'', PROOF_LINE",
        "'c2sp.org/tlog-proof@v2\nindex 0\n\n{c}', PROOF_HEADER",
        "'c2sp.org/tlog-proof@v1\n\n{c}', PROOF_LINE",
        "'c2sp.org/tlog-proof@v1\nindex 0\nextra AA==\n\n{c}', NOT_BASE64",
        "'c2sp.org/tlog-proof@v1\nextra AA==\nextra AA==\nindex 0\n\n{c}', PROOF_LINE",
        "'c2sp.org/tlog-proof@v1\nextra AB==\nindex 0\n\n{c}', NOT_BASE64",
        "'c2sp.org/tlog-proof@v1\nindex 00\n\n{c}', NOT_A_NUMBER",
        "'c2sp.org/tlog-proof@v1\nindex -1\n\n{c}', NOT_A_NUMBER",
        "'c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\n{c}', NUMBER_TOO_LARGE",
        "'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n{c}', HASH_LENGTH",
        "'c2sp.org/tlog-proof@v1\nindex 0\n\n\n{c}', CHECKPOINT_LINES",
        "'c2sp.org/tlog-proof@v1\nindex 0\n', PROOF_LINE",
        "'c2sp.org/tlog-proof@v1\nindex 0\n\nharbour\n', NOTE_WITHOUT_SIGNATURES",
        "'c2sp.org/tlog-proof@v1\r\nindex 0\n\n{c}', CONTROL_CHARACTER",
        "'c2sp.org/tlog-proof@v1\nindex 40\n\n{c}', INDEX_OUTSIDE_TREE",
        "'c2sp.org/tlog-proof@v1\nindex 0\n{h}\n\n{c}', PROOF_TOO_SHORT",
    })
    void proofOutOfFormIsRefused(String text, Fault fault) {
        byte[] bytes =
                text.replace("{c}", checkpoint.toString()).replace("{h}", HASH).getBytes(StandardCharsets.UTF_8);

        assertThat(Faults.of(() -> TlogProof.parse(bytes).verify(policy, Hash.EMPTY_TREE)))
                .isEqualTo(fault);
    }

    @Test
    void moreHashesThanAnyTreeHasAreNotRead() {
        byte[] bytes = ("c2sp.org/tlog-proof@v1\nindex 0\n" + (HASH + "\n").repeat(64) + "\n" + checkpoint)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Faults.of(() -> TlogProof.parse(bytes))).isEqualTo(Fault.PROOF_TOO_LONG);
    }
}
