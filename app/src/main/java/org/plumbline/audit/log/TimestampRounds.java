package org.plumbline.audit.log;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.timestamp.Timestamp;
import org.plumbline.engine.log.timestamp.TimestampQuestion;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Has the newest checkpoint stamped with a time, beside the acts and the sequencer, when it has grown and the last
 * timestamp is old enough. An authority that fails is asked again later and later, at most an hour apart; each failure
 * is logged once.
 */
@Component
class TimestampRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TimestampRounds.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final int ROUND_MILLIS = 1000;
    private static final int NONCE_BITS = 64;

    private final PlaceTable places;
    private final TimestampTable timestamps;
    private final TimestampPolicy policy;
    private final Optional<CheckpointFile> outside;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    /** One asks at a time: the rounds, or a person who wants a timestamp now. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile Optional<AskFailure> last = Optional.empty();

    // Guarded by the lock.
    private TimestampPolicy.@Nullable Authority authority;
    private Instant next = Instant.MIN;
    private Duration pause = FIRST_PAUSE;
    private String failure = "";

    TimestampRounds(
            PlaceTable places,
            TimestampTable timestamps,
            TimestampPolicy policy,
            @Value("${plumbline.trail.checkpoints:}") String outside,
            Clock clock) {
        this.places = places;
        this.timestamps = timestamps;
        this.policy = policy;
        this.outside = outside.isEmpty() ? Optional.empty() : Optional.of(new CheckpointFile(Path.of(outside)));
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        if (!policy.isOff()) {
            Thread.ofVirtual().name("trail-timestamps").start(this::work);
        }
    }

    @Override
    public void stop() {
        running = false;
        ended.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            do {
                asking.lock();
                try {
                    if (isTime()) {
                        round();
                    }
                } finally {
                    asking.unlock();
                }
            } while (running && !ended.await(ROUND_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for one over the newest checkpoint, unless there is one. */
    Outsiders.Answer askNow() throws InterruptedException {
        asking.lock();
        try {
            Optional<PlaceTable.Kept> newest = places.newest();
            long over =
                    timestamps.lastOf(policy.asked()).map(Stamped::checkpoint).orElse(0L);
            if (newest.isEmpty() || newest.get().size() <= over) {
                return Outsiders.Answer.NOTHING_NEW;
            }
            stamp(newest.get());
            return Outsiders.Answer.STAMPED;
        } catch (Refused | IOException | DataAccessException e) {
            later(e);
            return Outsiders.Answer.FAILED;
        } finally {
            asking.unlock();
        }
    }

    /** How the last try failed; absent where it didn't. */
    Optional<AskFailure> failure() {
        return last;
    }

    /** Also when the next is further ahead than any pause: the clock was set back since. */
    private boolean isTime() {
        Instant now = clock.instant();
        return !now.isBefore(next) || now.plus(LONGEST_PAUSE).plus(LONGEST_LOOK).isBefore(next);
    }

    private void round() throws InterruptedException {
        try {
            Optional<PlaceTable.Kept> newest = places.newest();
            Optional<Stamped> last = timestamps.lastOf(policy.asked());
            if (newest.isPresent() && isDue(newest.get(), last)) {
                stamp(newest.get());
            } else if (last.isPresent()) {
                next = clock.instant().plus(lookAgain());
            }
        } catch (Refused | IOException | DataAccessException e) {
            if (running) {
                later(e);
            }
        }
    }

    private boolean isDue(PlaceTable.Kept newest, Optional<Stamped> last) {
        return last.isEmpty()
                || (newest.size() > last.get().checkpoint()
                        && !clock.instant().isBefore(last.get().recordedAt().plus(policy.every())));
    }

    /** Before the first timestamp each round looks; after it, where they are to be an hour apart, there is time. */
    private Duration lookAgain() {
        return policy.every().compareTo(LONGEST_LOOK) < 0 ? policy.every() : LONGEST_LOOK;
    }

    private void stamp(PlaceTable.Kept kept) throws IOException, InterruptedException, Refused {
        Note note = Note.parse(kept.signed().getBytes(StandardCharsets.UTF_8));
        TimestampPolicy.Authority asked = authority;
        if (asked == null) {
            asked = policy.authority().orElseThrow();
            authority = asked;
        }
        byte[] token = asked.ask(new TimestampQuestion(note.text(), new BigInteger(NONCE_BITS, random)));
        timestamps.keep(kept.size(), policy.asked(), token, Timestamp.read(token));
        if (outside.isPresent()) {
            outside.get().addTimestamped(note, token);
        }
        if (!failure.isEmpty()) {
            LOG.info("The authority for timestamps answers again");
        }
        failure = "";
        last = Optional.empty();
        pause = FIRST_PAUSE;
    }

    private void later(Exception why) {
        String failing = Failure.kinds(why);
        if (!failing.equals(failure)) {
            LOG.warn("No timestamp from the authority; it is asked again: {}", failing);
        }
        failure = failing;
        last = Optional.of(AskFailure.of(why, clock.instant()));
        next = clock.instant().plus(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
