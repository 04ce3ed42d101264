package org.plumbline.audit.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plumbline.engine.log.json.Commitment;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.plumbline.watching.PartVersion;
import org.plumbline.watching.Versioned;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Up to where the trail is sealed, and who outside has seen it. */
@Component
@Order(30)
class TrailHealth implements HealthCheck, MeterBinder, Versioned {
    /** A round is some milliseconds, twice a second. */
    private static final Duration MOST_LAG = Duration.ofSeconds(30);
    /** What fails is asked again at most an hour later; this long it may take before that is said. */
    private static final Duration MOST_WAIT = Duration.ofMinutes(15);

    private final TrailLog log;
    private final PlaceTable places;
    private final CosignatureTable cosignatures;
    private final TimestampTable timestamps;
    private final Outsiders outsiders;
    private final TimestampPolicy policy;
    private final Clock clock;

    TrailHealth(
            TrailLog log,
            PlaceTable places,
            CosignatureTable cosignatures,
            TimestampTable timestamps,
            Outsiders outsiders,
            TimestampPolicy policy,
            Clock clock) {
        this.log = log;
        this.places = places;
        this.cosignatures = cosignatures;
        this.timestamps = timestamps;
        this.outsiders = outsiders;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        return List.of(sealed(), witnessed(), stamped());
    }

    private Finding sealed() {
        if (!log.trouble().isEmpty()) {
            return Finding.failing("trail", "disputed", "why", log.trouble());
        }
        if (lag().compareTo(MOST_LAG) > 0) {
            return Finding.failing("trail", "behind", "seconds", lag().toSeconds());
        }
        return places.newest()
                .map(kept -> Finding.good("trail", "sealed", "size", kept.size(), "minutes", minutesSince(kept.at())))
                .orElseGet(() -> Finding.good("trail", "empty"));
    }

    private Finding witnessed() {
        List<TrailOutside.WitnessSeen> all = outsiders.witnesses();
        if (all.isEmpty()) {
            return Finding.missing("witnesses", "none");
        }
        long late = all.stream().filter(TrailOutside.WitnessSeen::late).count();
        return late > 0
                ? Finding.failing("witnesses", "late", "late", late, "all", all.size())
                : Finding.good("witnesses", "reached", "all", all.size());
    }

    private Finding stamped() {
        if (policy.isOff()) {
            return Finding.missing("timestamps", "off");
        }
        Optional<Stamped> last = timestamps.lastOf(policy.asked());
        long over = last.map(Stamped::checkpoint).orElse(0L);
        boolean late = places.firstOver(over)
                .filter(kept ->
                        kept.at().isBefore(clock.instant().minus(policy.every()).minus(MOST_WAIT)))
                .isPresent();
        if (late) {
            return Finding.failing(
                    "timestamps",
                    "late",
                    "minutes",
                    last.map(s -> minutesSince(s.at())).orElse(-1L));
        }
        return policy.asked().equals(TimestampPolicy.EMBEDDED)
                ? Finding.missing("timestamps", "self-asserted")
                : Finding.good("timestamps", "stamped");
    }

    /** For how long no round has put everything committed before it under a checkpoint. */
    private Duration lag() {
        return Duration.between(log.sealedAt(), clock.instant());
    }

    private long minutesSince(Instant moment) {
        return Duration.between(moment, clock.instant()).toMinutes();
    }

    @Override
    public List<PartVersion> versions() {
        return List.of(new PartVersion("entry", Commitment.FORMAT));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        seconds(
                registry,
                "plumbline.trail.lag",
                "Since everything committed was last sealed",
                health -> health.lag().toMillis() / 1000.0);
        seconds(
                registry,
                "plumbline.trail.checkpoint.age",
                "Since the newest checkpoint",
                health -> health.age(health.places.newest().map(PlaceTable.Kept::at)));
        seconds(
                registry,
                "plumbline.trail.witness.age",
                "Since a witnessed checkpoint",
                health -> health.age(health.cosignatures
                        .last()
                        .flatMap(seen -> health.places.firstOver(seen.checkpoint() - 1))
                        .map(PlaceTable.Kept::at)));
        seconds(
                registry,
                "plumbline.trail.timestamp.age",
                "Since the newest timestamp",
                health -> health.age(
                        health.timestamps.lastOf(health.policy.asked()).map(Stamped::at)));
    }

    private double age(Optional<Instant> moment) {
        return moment.map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private void seconds(MeterRegistry registry, String name, String what, ToDoubleFunction<TrailHealth> figure) {
        Gauge.builder(name, this, figure).description(what).baseUnit("seconds").register(registry);
    }
}
