package org.plumbline.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.proof.TlogProof;
import org.plumbline.engine.log.refusal.Refused;
import org.springframework.stereotype.Component;

/** How far an entry is sealed, and the proof of it. */
@Component
public class Seals {
    private final PlaceTable places;
    private final TrailLog log;

    Seals(PlaceTable places, TrailLog log) {
        this.places = places;
        this.log = log;
    }

    /** How far this entry is sealed, as far as the acting person may see it. */
    public Seal of(UUID entry) {
        if (!log.trouble().isEmpty()) {
            return new Seal.Disputed(log.trouble());
        }
        return places.placeOf(entry)
                .flatMap(places::firstOver)
                .<Seal>map(kept -> new Seal.Sealed(kept.size(), kept.at()))
                .orElseGet(Seal.Recorded::new);
    }

    /** The key that checkpoints of this trail are verified with, as it is written. */
    public Optional<String> verifier() {
        return log.verifier();
    }

    /**
     * The proof that this entry is in the log, under the first checkpoint that covers it (C2SP tlog-proof); absent
     * until there is one.
     *
     * @param evidence what the proof carries besides
     */
    public Optional<byte[]> proof(UUID entry, Evidence evidence) {
        Optional<Long> index = places.placeOf(entry);
        Optional<PlaceTable.Kept> kept = index.flatMap(places::firstOver);
        if (index.isEmpty() || kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            Note note = Note.parse(kept.get().note().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Optional<Proofs> proofs = log.proofs(Checkpoint.parse(note.text()));
            return proofs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(TlogProof.of(proofs.get().inclusion(index.get()), note)
                            .withExtra(evidence.bytes(log.verifier().orElse("")))
                            .bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The trail's tiles cannot be read", e);
        } catch (Refused e) {
            throw new IllegalStateException("The trail's log does not prove its own entry: " + e.getMessage(), e);
        }
    }
}
