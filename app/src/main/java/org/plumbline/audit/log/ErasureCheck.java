package org.plumbline.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Refused;

/** Whether each body that is gone has its tombstone: a sound entry that says that it was erased. */
final class ErasureCheck {
    private static final String ERASED = "audit.erase-body";

    /** What is missing: its name by entry and commitment, in the order found. */
    private final Map<String, String> missing = new LinkedHashMap<>();

    private final Map<String, Boolean> tombstones = new HashMap<>();

    void missing(String entry, byte[] leaf, String name) {
        missing.put(key(entry, HexFormat.of().formatHex(leaf)), name);
    }

    /** An entry whose body is what was committed to; most are no tombstones. */
    void sound(String action, String content) {
        if (action.equals(ERASED)) {
            erased(content).ifPresent(key -> tombstones.put(key, true));
        }
    }

    /** Names of those whose body nobody has recorded to be erased. */
    List<String> withoutTombstone() {
        return missing.entrySet().stream()
                .filter(one -> !tombstones.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Optional<String> erased(String content) {
        try {
            return CanonicalJson.read(content.getBytes(StandardCharsets.UTF_8)) instanceof Json.Fields body
                            && body.values().get("facts") instanceof Json.Fields facts
                            && facts.values().get("erased") instanceof Json.Text entry
                            && facts.values().get("commitment") instanceof Json.Text commitment
                    ? Optional.of(key(entry.value(), commitment.value()))
                    : Optional.empty();
        } catch (Refused notAsWritten) {
            return Optional.empty();
        }
    }

    private static String key(String entry, String commitment) {
        return entry + " " + commitment;
    }
}
