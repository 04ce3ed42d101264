package org.plumbline.audit.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.witness.WitnessClient;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Offers each new checkpoint to the configured witnesses, beside the acts and the sequencer, and keeps what they sign.
 * One that does not answer is asked again later and later, at most ten minutes apart.
 */
@Component
class WitnessRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int ROUND_MILLIS = 1000;

    private final PlaceTable places;
    private final CosignatureTable cosignatures;
    private final TrailLog log;
    private final Clock clock;
    private final List<Asked> witnesses;
    private final HttpClient http;
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    /** A witness and when to ask it next; guarded by itself. */
    private static final class Asked {
        private final Policy.WitnessKey key;
        private Instant next = Instant.MIN;
        private Duration pause = FIRST_PAUSE;
        private volatile Optional<AskFailure> failure = Optional.empty();

        Asked(Policy.WitnessKey key) {
            this.key = key;
        }
    }

    WitnessRounds(PlaceTable places, CosignatureTable cosignatures, TrailLog log, WitnessPolicy policy, Clock clock) {
        this.places = places;
        this.cosignatures = cosignatures;
        this.log = log;
        this.clock = clock;
        this.witnesses = policy.witnesses().stream().map(Asked::new).toList();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        // A thread each: one that is slow keeps no other waiting.
        witnesses.forEach(witness ->
                Thread.ofVirtual().name("witness-" + witness.key.name()).start(() -> work(witness)));
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

    /** Asks all of them now, side by side; when it returns, each has answered or failed. */
    void askNow() throws InterruptedException {
        List<Thread> asking = witnesses.stream()
                .map(witness -> Thread.ofVirtual().name("witness-now").start(() -> ask(witness)))
                .toList();
        for (Thread one : asking) {
            one.join();
        }
    }

    /** How the last try with a witness failed; absent where it didn't. */
    Optional<AskFailure> failureOf(Policy.WitnessKey key) {
        return witnesses.stream()
                .filter(witness -> witness.key.equals(key))
                .findFirst()
                .flatMap(witness -> witness.failure);
    }

    private void ask(Asked witness) {
        try {
            round(witness);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Asked witness) {
        try {
            do {
                if (isDue(witness)) {
                    round(witness);
                }
            } while (running && !ended.await(ROUND_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also when that is further ahead than any pause: the clock was set back since. */
    private boolean isDue(Asked witness) {
        Instant now = clock.instant();
        synchronized (witness) {
            return !now.isBefore(witness.next) || now.plus(LONGEST_PAUSE).isBefore(witness.next);
        }
    }

    private void round(Asked witness) throws InterruptedException {
        synchronized (witness) {
            askOnce(witness);
        }
    }

    private void askOnce(Asked witness) throws InterruptedException {
        try {
            Optional<PlaceTable.Kept> newest = places.newest();
            // What an earlier epoch signed was offered then; a witness knows the new one from its own beginning on.
            long first = log.first();
            long last = cosignatures.lastOf(name(witness.key), first);
            if (newest.isPresent() && newest.get().size() > Math.max(first, last)) {
                offer(witness.key, newest.get(), last);
            }
            witness.pause = FIRST_PAUSE;
            witness.failure = Optional.empty();
        } catch (Refused e) {
            if (e.fault() == Fault.WITNESSED_OTHERWISE || e.fault() == Fault.WITNESS_AHEAD) {
                log.dispute(e.fault(), "the witness " + witness.key.name() + " has seen another past: " + e.detail());
            }
            later(witness, e);
        } catch (IOException | DataAccessException e) {
            later(witness, e);
        }
    }

    private void offer(Policy.WitnessKey witness, PlaceTable.Kept kept, long last)
            throws IOException, InterruptedException, Refused {
        Note note = Note.parse(kept.signed().getBytes(StandardCharsets.UTF_8));
        Optional<Proofs> proofs = log.proofs(Checkpoint.parse(note.text()));
        if (proofs.isEmpty()) {
            return;
        }
        var client = new WitnessClient(http, URI.create(witness.url()), List.of(witness.key()), PATIENCE);
        List<NoteSignature> signed =
                client.cosign(note, last, size -> proofs.get().consistency(size).path());
        cosignatures.keep(kept.size(), name(witness), Note.lines(signed));
        log.cosigned(kept.size(), signed);
    }

    private void later(Asked witness, Exception why) {
        LOG.warn("Witness {} is asked again in {}: {}", witness.key.name(), witness.pause, Failure.kinds(why));
        witness.failure = Optional.of(AskFailure.of(why, clock.instant()));
        witness.next = clock.instant().plus(witness.pause);
        Duration doubled = witness.pause.multipliedBy(2);
        witness.pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** A key names a witness for good; what a policy calls it may change. */
    private static String name(Policy.WitnessKey witness) {
        return witness.key().toString();
    }
}
