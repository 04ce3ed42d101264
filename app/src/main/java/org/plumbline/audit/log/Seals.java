package org.plumbline.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.kernel.Acting;
import org.springframework.stereotype.Component;

/** How far an entry is sealed, and the proof of it. */
@Component
public class Seals {
    private final PlaceTable places;
    private final CosignatureTable cosignatures;
    private final TimestampTable timestamps;
    private final WitnessPolicy policy;
    private final TrailLog log;
    private final OrganisationKeys organisations;

    Seals(
            PlaceTable places,
            CosignatureTable cosignatures,
            TimestampTable timestamps,
            WitnessPolicy policy,
            TrailLog log,
            OrganisationKeys organisations) {
        this.places = places;
        this.cosignatures = cosignatures;
        this.timestamps = timestamps;
        this.policy = policy;
        this.log = log;
        this.organisations = organisations;
    }

    /** How far this entry is sealed, as far as the acting person may see it. */
    public Seal of(UUID entry) {
        if (!log.trouble().isEmpty()) {
            return new Seal.Disputed(log.trouble());
        }
        Optional<Long> index = places.placeOf(entry);
        return index.flatMap(places::firstOver)
                .<Seal>map(kept -> sealed(kept, index.orElse(0L)))
                .orElseGet(Seal.Recorded::new);
    }

    /** Up to where the whole trail is signed, seen outside, and stamped with a time. */
    public Standing standing() {
        return new Standing(
                places.newest().map(PlaceTable.Kept::size).orElse(0L),
                cosignatures.last().map(CosignatureTable.Seen::checkpoint).orElse(0L),
                timestamps.newest(false),
                timestamps.newest(true));
    }

    private Seal.Sealed sealed(PlaceTable.Kept kept, long index) {
        return new Seal.Sealed(kept.size(), kept.at(), witnessed(index), timestamps.over(index));
    }

    private Seal.Witnessed witnessed(long index) {
        int of = policy.witnesses().size();
        return cosignatures
                .over(index)
                .map(seen -> new Seal.Witnessed(seen.witnesses(), of, seen.checkpoint()))
                .orElseGet(() -> new Seal.Witnessed(0, of, 0));
    }

    /**
     * What vouches for this trail's checkpoints and asks for its witnesses, as a C2SP tlog-policy; empty until the log
     * is open. What the acting person's organisation signs with stands in a comment of it.
     */
    public String policy() {
        List<String> all = log.verifiers();
        String own = organisations
                .verifier(Acting.require().organisation())
                .map(key -> "# organisation " + key + "\n")
                .orElse("");
        return all.isEmpty() ? "" : own + policy.over(all);
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
        // One that a witness has signed, where there is one: it says more.
        Optional<PlaceTable.Kept> kept = index.flatMap(own -> firstWitnessedOver(Math.max(
                own, evidence.tombstone().map(Evidence.Tombstone::index).orElse(own))));
        return index.isEmpty() || kept.isEmpty()
                ? Optional.empty()
                : under(kept.get()).map(signed -> signed.proof(index.get(), evidence));
    }

    /**
     * Entries with their proofs under the newest checkpoint, as one file that {@code verify} takes; those that it does
     * not cover yet are left out. The acting person's organisation states that it gives it out.
     *
     * @param entries what each proof carries, by the identifier of its entry
     */
    public TrailExport export(Map<UUID, Evidence> entries) {
        Map<UUID, Long> indexes = places.placesOf(entries.keySet());
        return places.newest()
                .flatMap(this::under)
                .map(signed -> TrailExport.of(
                        signed,
                        entries,
                        indexes,
                        timestamps.firstOver(indexes.values(), signed.size()),
                        files -> organisations.statement(Acting.require().organisation(), files)))
                .orElseGet(TrailExport::empty);
    }

    /**
     * The same as single files for an evidence package, under the newest checkpoint that a witness has signed, where
     * that covers them, else under the newest; absent while not all of them are covered.
     */
    public Optional<SealedEntries> sealed(Map<UUID, Evidence> entries) {
        Map<UUID, Long> indexes = places.placesOf(entries.keySet());
        long last = indexes.values().stream().mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
        if (indexes.size() < entries.size()) {
            return Optional.empty();
        }
        return cosignatures
                .last()
                .filter(seen -> seen.checkpoint() > last)
                .flatMap(seen -> places.firstOver(seen.checkpoint() - 1))
                .or(() -> places.newest().filter(kept -> kept.size() > last))
                .flatMap(this::under)
                .map(signed -> SealedEntries.of(
                        signed, entries, indexes, timestamps.firstOver(indexes.values(), signed.size())));
    }

    /** That the acting person's organisation gives files out now; their digest as FilesDigest has it. */
    public byte[] statement(String files) {
        return organisations.statement(Acting.require().organisation(), files);
    }

    private Optional<PlaceTable.Kept> firstWitnessedOver(long index) {
        return cosignatures
                .over(index)
                .flatMap(seen -> places.firstOver(seen.checkpoint() - 1))
                .or(() -> places.firstOver(index));
    }

    private Optional<SignedTree> under(PlaceTable.Kept kept) {
        try {
            Note note = Note.parse(kept.note().getBytes(StandardCharsets.UTF_8));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return log.proofs(checkpoint).map(made -> new SignedTree(note, made, log.verifierOf(checkpoint)));
        } catch (Refused e) {
            throw new IllegalStateException("A checkpoint that was kept cannot be read: " + e.getMessage(), e);
        }
    }
}
