package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.witness.Reply;
import org.plumbline.engine.log.witness.Witness;
import org.plumbline.keys.KeyFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Witnesses the logs of others (C2SP tlog-witness): those whose keys the file named by {@code plumbline.witness.logs}
 * holds, a C2SP tlog-policy. Without that file nothing is witnessed. What was seen of each log outlasts a power cut
 * before a cosignature leaves.
 */
@Component
public class WitnessDesk {
    private final Optional<Witness> witness;
    private final Optional<VerifierKey> key;
    private final List<VerifierKey> logs;
    private final Optional<FileHeads> heads;

    WitnessDesk(
            KeyFolder keys,
            @Value("${plumbline.data}") Path data,
            @Value("${plumbline.witness.logs:}") String file,
            Clock clock) {
        try {
            if (file.isEmpty()) {
                witness = Optional.empty();
                key = Optional.empty();
                logs = List.of();
                heads = Optional.empty();
            } else {
                var folder = new TrailFolder(data);
                SignerKey own = LogKey.ofWitness(keys);
                var seen = new FileHeads(Files.createDirectories(folder.witnessed()));
                logs = logs(Path.of(file));
                heads = Optional.of(seen);
                witness = Optional.of(new Witness(List.of(own), byName(logs), seen, clock));
                key = Optional.of(own.verifier());
            }
        } catch (IOException | Refused e) {
            throw new IllegalStateException("plumbline.witness.logs: " + file + ": " + e.getMessage(), e);
        }
    }

    /** The key of its cosignatures, as it is written; absent where nothing is witnessed. */
    public Optional<String> verifier() {
        return key.map(VerifierKey::toString);
    }

    /** The logs that are witnessed here, and what was seen last of each. */
    List<TrailOutside.WitnessedLog> logs() throws IOException {
        var all = new ArrayList<TrailOutside.WitnessedLog>();
        for (VerifierKey one : logs) {
            all.add(new TrailOutside.WitnessedLog(one.name(), one.toString(), seen(one.name())));
        }
        return all;
    }

    private long seen(String origin) throws IOException {
        try {
            return heads.isEmpty()
                    ? 0
                    : heads.get().latest(origin).map(head -> head.tree().size()).orElse(0L);
        } catch (Refused damaged) {
            throw new IOException("What was seen of " + origin + " can't be read", damaged);
        }
    }

    /** The answer to {@code add-checkpoint}; absent where nothing is witnessed. */
    public Optional<Reply> addCheckpoint(byte[] body) throws IOException, Refused {
        return witness.isEmpty() ? Optional.empty() : Optional.of(witness.get().addCheckpoint(body));
    }

    private static List<VerifierKey> logs(Path file) throws IOException, Refused {
        return Policy.parse(Files.readAllBytes(file)).logs().stream()
                .map(Policy.LogKey::key)
                .toList();
    }

    private static Map<String, List<VerifierKey>> byName(List<VerifierKey> keys) {
        return keys.stream().collect(Collectors.groupingBy(VerifierKey::name));
    }
}
