package org.plumbline.audit.log;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The stretches of the log that different keys sign. */
@Component
public class LogEpochs {
    private final Epochs epochs;

    LogEpochs(Epochs epochs) {
        this.epochs = epochs;
    }

    /**
     * One of them.
     *
     * @param number from 1
     * @param first the place of its first entry
     * @param verifier what its checkpoints are verified with
     */
    public record Seen(int number, long first, String verifier, Instant began) {}

    /** All, the oldest first; none until the log is open. */
    public List<Seen> all() {
        return epochs.all().stream()
                .map(epoch ->
                        new Seen(epoch.number(), epoch.first(), epoch.key().toString(), epoch.began()))
                .toList();
    }
}
