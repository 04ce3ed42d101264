package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.log.policy.Policy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Those outside who vouch for the trail: how far each has come, and asking them now. */
@Component
public class Outsiders {
    /** A witness that doesn't answer is asked again at most ten minutes later. */
    private static final Duration MOST_WAIT = Duration.ofMinutes(15);

    private final PlaceTable places;
    private final CosignatureTable cosignatures;
    private final TimestampTable timestamps;
    private final TrailLog log;
    private final WitnessPolicy policy;
    private final TimestampPolicy stamping;
    private final WitnessRounds rounds;
    private final TimestampRounds stamps;
    private final WitnessDesk desk;
    private final Optional<Path> file;
    private final Clock clock;

    Outsiders(
            PlaceTable places,
            CosignatureTable cosignatures,
            TimestampTable timestamps,
            TrailLog log,
            WitnessPolicy policy,
            TimestampPolicy stamping,
            WitnessRounds rounds,
            TimestampRounds stamps,
            WitnessDesk desk,
            @Value("${plumbline.trail.checkpoints:}") String file,
            Clock clock) {
        this.places = places;
        this.cosignatures = cosignatures;
        this.timestamps = timestamps;
        this.log = log;
        this.policy = policy;
        this.stamping = stamping;
        this.rounds = rounds;
        this.stamps = stamps;
        this.desk = desk;
        this.file = file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
        this.clock = clock;
    }

    /** What came of asking for a timestamp. */
    public enum Answer {
        STAMPED,
        NOTHING_NEW,
        FAILED,
        OFF
    }

    /** How far all have come. */
    public TrailOutside all() throws IOException {
        Optional<PlaceTable.Kept> newest = places.newest();
        return new TrailOutside(
                newest.map(PlaceTable.Kept::size).orElse(0L),
                newest.map(PlaceTable.Kept::at),
                log.trouble(),
                witnesses(),
                file.map(Outsiders::outside),
                stamping(),
                desk.verifier(),
                desk.logs());
    }

    /** The witnesses that are asked, by name. */
    List<TrailOutside.WitnessSeen> witnesses() {
        return policy.witnesses().stream().map(this::seen).toList();
    }

    /**
     * Asks every witness now, side by side, however long ago it failed; when it returns, each has answered or failed.
     */
    public void askWitnesses() throws InterruptedException {
        rounds.askNow();
    }

    /** Asks for a timestamp over the newest checkpoint now, however new the last one is. */
    public Answer askForTime() throws InterruptedException {
        return stamping.isOff() ? Answer.OFF : stamps.askNow();
    }

    private TrailOutside.WitnessSeen seen(Policy.WitnessKey witness) {
        String key = witness.key().toString();
        long first = log.first();
        long last = cosignatures.lastOf(key, first);
        boolean late = places.firstOver(Math.max(first, last))
                .filter(kept -> kept.at().isBefore(clock.instant().minus(MOST_WAIT)))
                .isPresent();
        return new TrailOutside.WitnessSeen(
                witness.name(),
                key,
                witness.url(),
                last,
                cosignatures.signedAt(key, last),
                late,
                rounds.failureOf(witness));
    }

    private TrailOutside.Stamping stamping() {
        Optional<Stamped> last = timestamps.lastOf(stamping.asked());
        return new TrailOutside.Stamping(
                stamping.asked(),
                stamping.every(),
                last,
                places.checkpointsOver(last.map(Stamped::checkpoint).orElse(0L)),
                stamps.failure());
    }

    private static TrailOutside.Outside outside(Path file) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return new TrailOutside.Outside(file, Optional.of(written));
        } catch (IOException notThere) {
            return new TrailOutside.Outside(file, Optional.empty());
        }
    }
}
