package org.plumbline.custody.fixity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.plumbline.access.ServiceReading;
import org.plumbline.custody.vault.Vault;
import org.plumbline.jobs.Rounds;
import org.plumbline.kernel.Ids;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Digests everything in the vault again, each content within so many days, a part of it every hour. What does not hold
 * is kept back from then on, and is on the trail.
 */
@Component
class FixityRounds implements SmartLifecycle {
    /** Named in {@code access.service_actor}. */
    static final String ACTOR = "fixity";

    private static final Logger LOG = LoggerFactory.getLogger(FixityRounds.class);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final int LEAST = 100;
    private static final int ROUNDS_A_DAY = 24;

    private final Vault vault;
    private final FixityTable table;
    private final FixityAlarms alarms;
    private final ServiceReading reading;
    private final TransactionTemplate writing;
    private final Ids ids;
    private final Clock clock;
    private final Duration within;
    private final Rounds rounds = new Rounds("fixity", BETWEEN, this::quietly);

    FixityRounds(
            Vault vault,
            FixityTable table,
            FixityAlarms alarms,
            ServiceReading reading,
            PlatformTransactionManager transactions,
            Ids ids,
            Clock clock,
            @Value("${plumbline.custody.fixity.days:30}") int days) {
        this.vault = vault;
        this.table = table;
        this.alarms = alarms;
        this.reading = reading;
        this.writing = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
        this.within = Duration.ofDays(days);
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

    private void quietly() {
        try {
            round();
        } catch (DataAccessException | TransactionException | IOException away) {
            LOG.warn("A round of fixity broke off and is taken up in an hour: {}", Failure.kinds(away));
        }
    }

    /**
     * Looks at what is due, at most the share of one round, the oldest first.
     *
     * @return how many contents were looked at
     */
    int round() throws IOException {
        long contents = count().contents();
        int share =
                (int) Math.min(100_000, Math.max(LEAST, 2 * contents / (ROUNDS_A_DAY * Math.max(1, within.toDays()))));
        List<FixityTable.Due> due = reading.as(ACTOR, () -> table.due(clock.instant(), within, share));
        int done = 0;
        for (FixityTable.Due each : due) {
            if (rounds.hasEnded()) {
                break;
            }
            check(each);
            done++;
        }
        return done;
    }

    /** What the newest checks say, for whoever watches. */
    FixityTable.Count count() {
        return Objects.requireNonNull(
                reading.as(ACTOR, () -> table.count(clock.instant().minus(within.multipliedBy(2)))));
    }

    private void check(FixityTable.Due due) throws IOException {
        var check = new FixityCheck(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                switch (vault.inspect(due.caseId(), due.digest(), due.bytes())) {
                    case HELD -> FixityCheck.Result.HELD;
                    case CHANGED -> FixityCheck.Result.CHANGED;
                    case MISSING -> FixityCheck.Result.MISSING;
                });
        boolean known = table.holdsBack(due.caseId(), due.digest());
        writing.executeWithoutResult(status -> table.insert(ids.next(), due.caseId(), due.digest(), check));
        if (check.isQuarantined() && !known) {
            LOG.error("Content of case {} does not hold and is kept back: {}", due.caseId(), check.result());
            alarms.raise(due, check);
        }
    }
}
