package org.plumbline.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.audit.Events;
import org.plumbline.search.index.EmbeddedIndex;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.plumbline.watching.PartVersion;
import org.plumbline.watching.Versioned;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the search index answers and keeps up with the records. */
@Component
@Order(70)
class IndexHealth implements HealthCheck, MeterBinder, Versioned {
    private static final Duration MOST_LAG = Duration.ofMinutes(5);

    private final IndexKeeper keeper;
    private final IndexFeed feed;
    private final Events events;
    private final Clock clock;

    IndexHealth(IndexKeeper keeper, IndexFeed feed, Events events, Clock clock) {
        this.keeper = keeper;
        this.feed = feed;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        if (keeper.serving().isEmpty()) {
            return List.of(Finding.missing("index", "filling"));
        }
        long lag = lagSeconds();
        return List.of(
                lag > MOST_LAG.toSeconds()
                        ? Finding.failing("index", "behind", "minutes", lag / 60)
                        : Finding.good("index", "serving"));
    }

    /** How long the oldest change waits to be taken in; 0 for none. */
    private long lagSeconds() {
        Optional<Instant> oldest = events.oldestFor(feed);
        return oldest.map(at -> Duration.between(at, clock.instant()).toSeconds())
                .orElse(0L);
    }

    @Override
    public List<PartVersion> versions() {
        return List.of(
                new PartVersion("lucene", EmbeddedIndex.luceneVersion()),
                new PartVersion("index", EmbeddedIndex.schema()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("plumbline.index.lag", this, IndexHealth::lagSeconds)
                .description("How long the oldest change waits to be searched")
                .baseUnit("seconds")
                .register(registry);
    }
}
