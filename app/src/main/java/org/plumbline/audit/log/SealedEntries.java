package org.plumbline.audit.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Entries of the trail with their proofs under one checkpoint.
 *
 * @param checkpoint the signed tree
 * @param proofs a {@code .tlog-proof} by entry
 * @param timestamps files of older trees that were stamped, by name
 */
@SuppressWarnings("ArrayRecordComponent") // Put into packages as they are, never compared.
public record SealedEntries(byte[] checkpoint, Map<UUID, byte[]> proofs, Map<String, byte[]> timestamps) {
    public SealedEntries {
        proofs = Collections.unmodifiableMap(new LinkedHashMap<>(proofs));
        timestamps = Collections.unmodifiableMap(new LinkedHashMap<>(timestamps));
    }

    static SealedEntries of(
            SignedTree signed,
            Map<UUID, Evidence> entries,
            Map<UUID, Long> indexes,
            List<TimestampTable.Token> tokens) {
        var proofs = new LinkedHashMap<UUID, byte[]>();
        entries.forEach((entry, evidence) ->
                proofs.put(entry, signed.proof(Objects.requireNonNull(indexes.get(entry)), evidence)));
        return new SealedEntries(signed.checkpoint().bytes(), proofs, StampedFiles.of("", signed, tokens));
    }
}
