package org.plumbline.audit.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.witness.WitnessClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is known of the log outside its data folder: in the file that is kept elsewhere, and by witnesses. */
@Component
class SeenElsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(SeenElsewhere.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<CheckpointFile> file;
    private final WitnessPolicy policy;

    SeenElsewhere(@Value("${plumbline.trail.checkpoints:}") String file, WitnessPolicy policy) {
        this.file = file.isEmpty() ? Optional.empty() : Optional.of(new CheckpointFile(Path.of(file)));
        this.policy = policy;
    }

    /**
     * What was seen, by who has seen it.
     *
     * @param newest the newest checkpoint that the records hold, as its log signed it
     * @param keys that signed for the log
     */
    Map<String, String> beyond(Note newest, Checkpoint checkpoint, Collection<VerifierKey> keys)
            throws IOException, Refused {
        var seen = new HashMap<String, String>();
        if (file.isPresent()) {
            Optional<Note> kept = file.get().read();
            if (kept.isPresent()) {
                Checkpoint there = Checkpoint.parse(kept.get().text());
                if (there.origin().equals(checkpoint.origin()) && there.size() > checkpoint.size()) {
                    // Only what the log itself signed: anybody can write into a file.
                    kept.get().verify(keys);
                    seen.put(EpochFacts.SEEN_IN_FILE, EpochFacts.of(there));
                }
            }
        }
        for (Policy.WitnessKey witness : policy.witnesses()) {
            seen.put(EpochFacts.SEEN_BY + witness.name(), seenBy(witness, newest, checkpoint));
        }
        return seen;
    }

    private static String seenBy(Policy.WitnessKey witness, Note newest, Checkpoint checkpoint) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            var client = new WitnessClient(http, URI.create(witness.url()), List.of(witness.key()), PATIENCE);
            return Long.toString(client.seen(newest, checkpoint.size()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no answer";
        } catch (IOException | Refused e) {
            LOG.warn("The witness {} was not asked what it has seen: {}", witness.name(), e.toString());
            return "no answer";
        }
    }
}
