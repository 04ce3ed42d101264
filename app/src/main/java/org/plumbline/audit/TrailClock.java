package org.plumbline.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.plumbline.kernel.Ids;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The clock beside the newest entry. Where it was set back, new entries still come after those that are there, in their
 * places and by their identifiers; that the times stated go back is said.
 */
@Component
@Order(31)
class TrailClock implements HealthCheck, InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(TrailClock.class);

    /** A clock that is kept in time is corrected by less. */
    private static final Duration MOST_BACK = Duration.ofSeconds(2);

    private final EntryTable entries;
    private final Ids ids;
    private final Clock clock;

    TrailClock(EntryTable entries, Ids ids, Clock clock) {
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
    }

    /** Before anybody acts. */
    @Override
    public void afterPropertiesSet() {
        entries.newest().ifPresent(newest -> {
            ids.continueAfter(newest);
            Duration back = back(newest);
            if (back.compareTo(MOST_BACK) > 0) {
                LOG.warn(
                        "The clock is {} s before the newest entry of the trail: it was set back, or was ahead then."
                                + " Entries go on in their order; the times they state don't",
                        back.toSeconds());
            }
        });
    }

    @Override
    public List<Finding> look() {
        return entries.newest()
                .map(this::back)
                .filter(back -> back.compareTo(MOST_BACK) > 0)
                .map(back -> List.of(Finding.failing("times", "back", "seconds", back.toSeconds())))
                .orElseGet(() -> List.of(Finding.good("times", "forward")));
    }

    /** Identifiers never go back, so that the newest has the latest time there ever was. */
    private Duration back(UUID newest) {
        return Duration.between(clock.instant(), Ids.madeAt(newest));
    }
}
