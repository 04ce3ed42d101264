package org.plumbline.custody.uploads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.ServiceReading;
import org.plumbline.custody.vault.Arriving;
import org.plumbline.custody.vault.AwaitedArrivals;
import org.plumbline.custody.vault.Vault;
import org.plumbline.jobs.Rounds;
import org.plumbline.kernel.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets go of the bytes of uploads that expired, and tells the vault at its start which bytes are still awaited. Records
 * nothing: when an upload expires stands in its record from the beginning.
 */
@Component
class UploadUpkeep implements AwaitedArrivals, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UploadUpkeep.class);
    private static final String ACTOR = "vault-sweep";
    private static final Duration ROUND = Duration.ofMinutes(10);

    /** What expired longer ago was let go of by a round or by a start since. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final UploadTable table;
    private final Vault vault;
    private final Turns turns;
    private final ServiceReading reading;
    private final Clock clock;
    private final Rounds rounds = new Rounds("uploads-expired", ROUND, this::round);

    UploadUpkeep(UploadTable table, Vault vault, Turns turns, ServiceReading reading, Clock clock) {
        this.table = table;
        this.vault = vault;
        this.turns = turns;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public boolean awaits(CaseId caseId, UUID arriving) {
        return reading.as(ACTOR, () -> table.isAwaited(caseId, arriving, clock.instant()));
    }

    /** Lets go of what expired until then; one that a request is at is left for the next round. */
    void drop(Instant until) {
        for (UploadTable.Bytes bytes : reading.as(ACTOR, () -> table.expired(until.minus(LOOK_BACK), until))) {
            turns.ifFree(bytes.upload(), () -> {
                Optional<Arriving> left = vault.resume(bytes.caseId(), bytes.arriving());
                left.ifPresent(Arriving::drop);
                return left.isPresent();
            });
        }
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private void round() {
        try {
            drop(clock.instant());
        } catch (DataAccessException | java.io.UncheckedIOException e) {
            LOG.warn(
                    "Expired uploads could not be let go of; tried again in ten minutes: {}",
                    e.getClass().getName());
        }
    }
}
