package org.plumbline.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.proof.TlogProof;
import org.plumbline.engine.log.refusal.Refused;

/**
 * A signed checkpoint and the proofs in its tree.
 *
 * @param verifier the key it is verified with, as it is written
 */
record SignedTree(Note checkpoint, Proofs proofs, String verifier) {
    long size() {
        return proofs.tree().size();
    }

    /** Whether an entry and what its evidence leans on are in the tree. */
    boolean covers(long index, Evidence evidence) {
        return index < size()
                && evidence.tombstone().map(t -> t.index() < size()).orElse(true);
    }

    /** The proof of the entry at an index (C2SP tlog-proof). */
    byte[] proof(long index, Evidence evidence) {
        try {
            String erasure =
                    evidence.opening().isPresent() || evidence.tombstone().isEmpty()
                            ? ""
                            : erasure(evidence.tombstone().get());
            return TlogProof.of(proofs.inclusion(index), checkpoint)
                    .withExtra(evidence.bytes(verifier, erasure))
                    .bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The trail's tiles cannot be read", e);
        } catch (Refused e) {
            throw new IllegalStateException("The trail's log does not prove its own entry: " + e.getMessage(), e);
        }
    }

    private String erasure(Evidence.Tombstone tombstone) {
        return new String(proof(tombstone.index(), tombstone.evidence()), StandardCharsets.UTF_8);
    }
}
