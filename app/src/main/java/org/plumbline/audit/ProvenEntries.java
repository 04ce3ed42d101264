package org.plumbline.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.log.Evidence;
import org.plumbline.audit.log.SealedEntries;
import org.plumbline.audit.log.Seals;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Acts of a case on the trail, found by what they name, with their proofs: for what leaves the case as evidence. */
@Component
public class ProvenEntries {
    /** The entry is written with the record, in one transaction; clocks of two machines may differ. */
    private static final Duration APART = Duration.ofMinutes(10);

    /** The last moment that an identifier of version 7 has. */
    private static final Instant FOREVER = Instant.ofEpochMilli((1L << 47) - 1);

    private final EvidenceTable evidences;
    private final Seals seals;

    ProvenEntries(EvidenceTable evidences, Seals seals) {
        this.evidences = evidences;
        this.seals = seals;
    }

    /**
     * What an entry is looked for by.
     *
     * @param name a digest or identifier that its body holds
     * @param from when it was recorded at the earliest
     * @param until and at the latest
     */
    public record Wanted(String name, Instant from, Instant until) {
        /** The entry of a record that was made then. */
        public static Wanted with(String name, Instant recordedAt) {
            return new Wanted(name, recordedAt.minus(APART), recordedAt.plus(APART));
        }

        /** The first entry since then. */
        public static Wanted since(String name, Instant from) {
            return new Wanted(name, from.minus(APART), FOREVER);
        }
    }

    /** Why no proofs are given. */
    public enum Missing {
        /** The trail has no such entry, or its body was erased by law. */
        ENTRY,
        /** The last entries are not under a checkpoint yet. */
        SEAL
    }

    /**
     * Proofs by what was wanted, under one checkpoint.
     *
     * @param missing why there are none; absent when all are there
     */
    public record Found(Map<String, byte[]> proofs, Optional<SealedEntries> sealed, Optional<Missing> missing) {
        public Found {
            proofs = Map.copyOf(proofs);
        }

        private static Found without(Missing missing) {
            return new Found(Map.of(), Optional.empty(), Optional.of(missing));
        }
    }

    /** Inside an act or a consultation: only what the acting person may see of the trail is found. */
    public Found of(CaseId caseId, List<Wanted> wanted) {
        var entries = new LinkedHashMap<UUID, Evidence>();
        var named = new LinkedHashMap<String, UUID>();
        for (Wanted each : wanted) {
            Optional<EvidenceTable.Opened> entry = evidences.naming(caseId, each.name(), each.from(), each.until());
            if (entry.isEmpty() || entry.get().evidence().opening().isEmpty()) {
                return Found.without(Missing.ENTRY);
            }
            entries.put(entry.get().entry(), entry.get().evidence());
            named.put(each.name(), entry.get().entry());
        }
        Optional<SealedEntries> sealed = seals.sealed(entries);
        if (sealed.isEmpty()) {
            return Found.without(Missing.SEAL);
        }
        var proofs = new LinkedHashMap<String, byte[]>();
        named.forEach((name, entry) ->
                Optional.ofNullable(sealed.get().proofs().get(entry)).ifPresent(proof -> proofs.put(name, proof)));
        return new Found(proofs, sealed, Optional.empty());
    }

    /** That the acting person's organisation gives files out now, as a signed note. */
    public byte[] statement(String files) {
        return seals.statement(files);
    }
}
