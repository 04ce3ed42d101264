package org.plumbline.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.LogSigner;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.TileStore;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one sequencer. Beside the acts, never in their way, it gives every committed entry its place, integrates the
 * commitments into the log's tiles, and signs a checkpoint over them. When records and log disagree it signs no more
 * and says why.
 */
@Component
class TrailLog implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TrailLog.class);

    /** A checkpoint follows new entries within 2 s; a round takes some milliseconds. */
    private static final int ROUND_MILLIS = 500;

    private static final int BATCH = 4096;
    private static final long MEMORY = 16 << 20;

    /** Before the first round every entry without a place is looked for. */
    private static final String FROM_THE_BEGINNING = "0";

    private final PlaceTable places;
    private final Epochs epochs;
    private final TrailFolder folder;
    private final LogStorage storage;
    private final Optional<CheckpointFile> outside;
    private final Clock clock;

    private volatile @Nullable Open open;
    private volatile String trouble = "";
    private volatile boolean running;
    private volatile Instant sealedAt;
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread worker;
    private String since = FROM_THE_BEGINNING;
    private boolean shown;
    private String waited = "";

    /** The log once its files are open. */
    private record Open(Log log, LogSigner signer, SignerKey key, TileStore store) {}

    @Autowired
    TrailLog(
            PlaceTable places,
            Epochs epochs,
            @Value("${plumbline.data}") Path data,
            @Value("${plumbline.trail.checkpoints:}") String outside,
            Clock clock) {
        this(places, epochs, data, outside, LogStorage.FILES, clock);
    }

    TrailLog(PlaceTable places, Epochs epochs, Path data, String outside, LogStorage storage, Clock clock) {
        this.places = places;
        this.epochs = epochs;
        this.folder = new TrailFolder(data);
        this.storage = storage;
        this.outside = outside.isEmpty() ? Optional.empty() : Optional.of(new CheckpointFile(Path.of(outside)));
        this.clock = clock;
        this.sealedAt = clock.instant();
    }

    /** When everything that was committed by then was under a checkpoint; the start before the first time. */
    Instant sealedAt() {
        return sealedAt;
    }

    /** Why no checkpoint is signed any more: the code of what does not hold; empty while all does. */
    String trouble() {
        return trouble;
    }

    /** The key that checkpoints are verified with, as it is written; absent until the log is open. */
    Optional<String> verifier() {
        return Optional.ofNullable(open).map(o -> o.key().verifier().toString());
    }

    /** The key that a checkpoint of this or an earlier epoch is verified with, as it is written. */
    String verifierOf(Checkpoint checkpoint) {
        return epochs.of(checkpoint.origin())
                .map(epoch -> epoch.key().toString())
                .orElse("");
    }

    /**
     * All keys that checkpoints were signed with, the oldest first, as they are written; none until the log is open.
     */
    List<String> verifiers() {
        return epochs.keys().stream().map(Object::toString).toList();
    }

    /** Where the epoch of now begins; no place until the log is open. */
    long first() {
        return epochs.current().map(Epoch::first).orElse(Long.MAX_VALUE);
    }

    /** Proofs in the tree of a checkpoint; absent until the log is open. */
    Optional<Proofs> proofs(Checkpoint checkpoint) throws Refused {
        Open now = open;
        return now == null ? Optional.empty() : Optional.of(now.log().proofs(checkpoint.tree()));
    }

    /** What is served at a path; absent until the log is open, and where nothing is. */
    Optional<byte[]> tile(TilePath path) throws IOException {
        Open now = open;
        return now == null ? Optional.empty() : now.store().read(path);
    }

    /** The checkpoint that readers are shown; absent before the first. */
    Optional<byte[]> checkpoint() throws IOException {
        Path shown = folder.checkpoint();
        return Files.exists(shown) ? Optional.of(Files.readAllBytes(shown)) : Optional.empty();
    }

    /** Signs no more: a witness has seen another past. */
    void dispute(Fault fault, String why) {
        if (trouble.isEmpty()) {
            stopSigning(fault.code(), why);
        }
    }

    /** Shows cosignatures with their checkpoint, unless a newer one is shown by now. */
    synchronized void cosigned(long size, List<NoteSignature> signatures) throws IOException, Refused {
        Open now = open;
        Optional<byte[]> shownNow = checkpoint();
        if (now == null || shownNow.isEmpty()) {
            return;
        }
        Note note = Note.parse(shownNow.get());
        if (Checkpoint.parse(note.text()).size() == size) {
            now.log().publish(note.with(signatures));
        }
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        worker = Thread.ofPlatform().name("trail-log").daemon().start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        ended.countDown();
        Thread last = worker;
        if (last != null) {
            try {
                last.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        open = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        do {
            try {
                round();
            } catch (Refused disagreement) {
                stopSigning(disagreement.fault().code(), disagreement.detail());
            } catch (IOException | UncheckedIOException | DataAccessException | TransactionException passing) {
                waits(passing);
            }
        } while (!endedWithin(ROUND_MILLIS));
    }

    /** The files are opened anew: what a disk without room has taken of them is not what was meant to be there. */
    private void waits(Exception passing) {
        open = null;
        String kinds = Failure.kinds(passing);
        if (running && !kinds.equals(waited)) {
            LOG.warn("The trail's log waits: {}", kinds);
        }
        waited = kinds;
    }

    /** Places, integrates and signs what waits. */
    void round() throws IOException, Refused {
        if (!trouble.isEmpty()) {
            return;
        }
        Instant began = clock.instant();
        Open now = opened();
        if (recordsAreBehind(now.log())) {
            stopSigning("records-behind-log", "the records hold fewer entries than the log has integrated");
            return;
        }
        String horizon = places.horizon();
        while (places.give(since, BATCH) == BATCH) {
            integrate(now.log());
        }
        since = horizon;
        integrate(now.log());
        sign(now);
        sealedAt = began;
        waited = "";
    }

    private Open opened() throws IOException, Refused {
        Open now = open;
        if (now == null) {
            Files.createDirectories(folder.log());
            Files.createDirectories(folder.heads());
            TileStore store = storage.tiles(folder.log());
            var log = Log.open(store, MEMORY);
            SignerKey key = epochs.open(() -> requireRestored(log));
            var signer = new LogSigner(key.verifier().name(), List.of(key), storage.heads(folder.heads()), clock);
            now = new Open(log, signer, key, store);
            if (outside.isPresent()) {
                outside.get().requireSamePast(log, epochs);
            }
            open = now;
        }
        return now;
    }

    /** Before another key signs on: the records lead to the checkpoint that was signed last. */
    private void requireRestored(Log log) throws IOException, Refused {
        if (recordsAreBehind(log)) {
            throw new Refused(Fault.LOG_SHRANK, "the records hold fewer entries than the log has integrated");
        }
        integrate(log);
        Optional<PlaceTable.Kept> newest = places.newest();
        if (newest.isPresent()) {
            Note note = Note.parse(newest.get().signed().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            CheckpointFile.requireSamePast(log, Checkpoint.parse(note.text()).tree());
        }
    }

    /** The last place the log has integrated is also given in the records, unless these are of an older day. */
    private boolean recordsAreBehind(Log log) {
        long size = log.tree().size();
        return size > 0 && places.commitments(size - 1, 1).isEmpty();
    }

    private void integrate(Log log) throws IOException, Refused {
        List<byte[]> next = places.commitments(log.tree().size(), BATCH);
        while (!next.isEmpty()) {
            log.append(next);
            next = next.size() < BATCH
                    ? List.of()
                    : places.commitments(log.tree().size(), BATCH);
        }
    }

    /** Signs what is new, and shows again what a stop between signing and showing has left behind. */
    private void sign(Open now) throws IOException, Refused {
        Optional<Note> last = now.signer().last();
        long signed = last.isEmpty() ? 0 : Checkpoint.parse(last.get().text()).size();
        if (signed < now.log().tree().size()) {
            shown = false;
            show(now.log(), now.signer().sign(now.log()));
        } else if (!shown && last.isPresent()) {
            show(now.log(), last.get());
        }
    }

    private void show(Log log, Note note) throws IOException, Refused {
        publish(log, note);
        shown = true;
    }

    private synchronized void publish(Log log, Note note) throws IOException, Refused {
        places.keep(note, Checkpoint.parse(note.text()));
        log.publish(note);
        if (outside.isPresent()) {
            outside.get().add(note);
        }
    }

    private void stopSigning(String code, String why) {
        trouble = code;
        LOG.error("The trail's log signs no more, because records and log disagree: {}", why);
    }

    private boolean endedWithin(int millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS) || !running;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
