package org.plumbline.search.saved;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.ServiceReading;
import org.plumbline.identity.SignIn;
import org.plumbline.jobs.Rounds;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.search.IndexNews;
import org.plumbline.search.Matches;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets the alerts of a case look after the index took in something of it. Which alerts there are is read as the index's
 * own service actor; each then looks as its receiver.
 */
@Component
class AlertRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    /** The service actor that sees every label which is neither sealed nor marked. */
    private static final String ACTOR = "search-index";

    private final IndexNews news;
    private final Matches matches;
    private final AlertTable table;
    private final AlertLook look;
    private final ServiceReading reading;
    private final SignIn signIn;
    private final Rounds rounds = new Rounds("alerts", BETWEEN, this::quietly);

    AlertRounds(
            IndexNews news, Matches matches, AlertTable table, AlertLook look, ServiceReading reading, SignIn signIn) {
        this.news = news;
        this.matches = matches;
        this.table = table;
        this.look = look;
        this.reading = reading;
        this.signIn = signIn;
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
        if (!matches.ready()) {
            return;
        }
        IndexNews.Changed changed = news.take();
        if (changed.isNothing()) {
            return;
        }
        try {
            List<Alert> alerts = reading.as(ACTOR, () -> table.standing(changed));
            alerts.forEach(this::look);
        } catch (DataAccessException | TransactionException away) {
            news.again(changed);
            LOG.warn("Alerts could not look and do so again in a while: {}", Failure.kinds(away));
        }
    }

    private void look(Alert alert) {
        if (rounds.hasEnded()) {
            return;
        }
        CaseId caseId = alert.stamp().caseId().orElseThrow();
        try {
            signIn.acting(alert.stamp().recordedBy(), "alert:" + alert.id(), Acting.Channel.JOB)
                    .map(receiver -> receiver.withPurpose(purpose(alert, caseId)))
                    .ifPresent(receiver -> Acting.as(receiver, () -> {
                        look.at(alert.id(), caseId);
                        return true;
                    }));
        } catch (Refused refused) {
            // Between the look and its act the receiver lost access; the refusal is on the trail.
            LOG.debug("An alert was refused", refused);
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException failed) {
            LOG.error("Alert {} could not look", alert.id(), failed);
        }
    }

    private static Optional<Acting.Purpose> purpose(Alert alert, CaseId caseId) {
        Optional<UUID> compartment = alert.compartment();
        return Optional.of(new Acting.Purpose(caseId, alert.purpose(), compartment));
    }
}
