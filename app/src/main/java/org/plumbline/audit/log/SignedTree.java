package org.plumbline.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.proof.TlogProof;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;

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

    /** That this tree begins with a smaller one: a hash in base64 a line. */
    byte[] consistency(long oldSize) {
        try {
            var lines = new StringBuilder();
            for (Hash hash : proofs.consistency(oldSize).path()) {
                lines.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n');
            }
            return lines.toString().getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("The trail's tiles cannot be read", e);
        } catch (Refused e) {
            throw new IllegalStateException("The trail's log does not hold its own past: " + e.getMessage(), e);
        }
    }

    /** What is signed of a checkpoint that was kept: its text, up to and with the newline before the blank line. */
    static String textOf(String kept) {
        try {
            return Note.parse(kept.getBytes(StandardCharsets.UTF_8)).text();
        } catch (Refused e) {
            throw new IllegalStateException("A checkpoint that was kept cannot be read: " + e.getMessage(), e);
        }
    }

    private String erasure(Evidence.Tombstone tombstone) {
        return new String(proof(tombstone.index(), tombstone.evidence()), StandardCharsets.UTF_8);
    }
}
