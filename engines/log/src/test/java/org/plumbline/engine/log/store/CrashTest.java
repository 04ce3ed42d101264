package org.plumbline.engine.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.LogSigner;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.NaiveTree;
import org.plumbline.engine.log.tree.Tree;

/**
 * The machine stops at every single step; what is there afterwards leads to the same tree and never to a second past.
 */
class CrashTest {
    private static final Path ROOT = Path.of("/log");
    private static final long MEMORY = 1_000_000;
    private static final String ORIGIN = "harbour.example/trail";

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final SignerKey key = key();

    @BeforeEach
    void printTheSeed() {
        System.out.println("crashes: -Dseed=" + seed);
    }

    /** What becomes of the machine. */
    private enum Crash {
        KILLED,
        POWER_CUT,
        /** Killed at first, then the power goes before anything else was done. */
        KILLED_THEN_CUT_AGAIN
    }

    @Test
    void whateverStepTheMachineStopsAtTheLogGoesOnToTheSameTree() throws Exception {
        int stops = 0;
        for (Crash crash : Crash.values()) {
            for (int step = 1; ; step++) {
                var run = new Run(NaiveTree.entries(random, 400));
                if (!run.stopsAt(step, crash)) {
                    break;
                }
                stops++;
                run.finish();
            }
        }
        System.out.println("crashes survived: " + stops);
        assertThat(stops).isGreaterThan(100);
    }

    @Test
    void machineThatStopsAgainAndAgainStillGetsThere() throws Exception {
        for (int round = 0; round < 25; round++) {
            var run = new Run(NaiveTree.entries(random, 600));
            for (int crash = 0; crash < 12; crash++) {
                run.stopsAt(1 + random.nextInt(30), Crash.values()[random.nextInt(Crash.values().length)]);
            }
            run.finish();
        }
    }

    /** A log that is fed batches, signed after each, and told what it promised. */
    private final class Run {
        final List<byte[]> entries;
        final SimulatedDisk disk = new SimulatedDisk(random, ROOT);
        final List<Tree> committed = new ArrayList<>();
        final List<Note> handedOut = new ArrayList<>();

        Run(List<byte[]> entries) {
            this.entries = entries;
        }

        boolean stopsAt(int step, Crash crash) throws Exception {
            disk.stopAt(step);
            try {
                feed(Integer.MAX_VALUE);
                disk.kill();
                return false;
            } catch (SimulatedDisk.Stopped stopped) {
                disk.kill();
                if (crash == Crash.KILLED_THEN_CUT_AGAIN) {
                    killAndGoOnFor(1 + random.nextInt(25));
                }
                if (crash != Crash.KILLED) {
                    disk.cutPower();
                }
                return true;
            }
        }

        /** A new process, that finds what the killed one had not synced, and is stopped as well. */
        private void killAndGoOnFor(int steps) throws Exception {
            disk.stopAt(steps);
            try {
                feed(Integer.MAX_VALUE);
            } catch (SimulatedDisk.Stopped stopped) {
                assertThat(stopped).hasMessageContaining("stopped");
            }
            disk.kill();
        }

        void finish() throws Exception {
            Log log = open();
            assertThat(log.tree().size())
                    .isGreaterThanOrEqualTo(
                            committed.isEmpty() ? 0 : committed.getLast().size());
            feed(Integer.MAX_VALUE);
            Log done = open();

            assertThat(done.tree()).isEqualTo(new Tree(entries.size(), Hash.of(NaiveTree.root(entries))));
            for (Note note : handedOut) {
                Tree promised = Checkpoint.parse(note.text()).tree();
                assertThat(done.proofs(done.tree()).root(promised.size())).isEqualTo(promised.root());
                assertThat(promised.size())
                        .isLessThanOrEqualTo(latest().orElseThrow().tree().size());
            }
            done.proofs(done.tree()).inclusion(random.nextInt(entries.size()));
        }

        private void feed(int most) throws Exception {
            Log log = open();
            int fed = 0;
            while (log.tree().size() < entries.size() && fed++ < most) {
                int from = (int) log.tree().size();
                // Batches end elsewhere after a crash: tiles that were left behind must fit any batch.
                int to = Math.min(entries.size(), from + 1 + random.nextInt(250));
                committed.add(log.append(entries.subList(from, to)));
                Note note = signer().sign(log);
                handedOut.add(note);
                log.publish(note);
            }
        }

        private Log open() throws Exception {
            return Log.open(new FileTileStore(ROOT, disk, Writers.ONE), MEMORY);
        }

        private LogSigner signer() throws Exception {
            return new LogSigner(ORIGIN, List.of(key), heads(), InstantSource.fixed(Instant.EPOCH));
        }

        private FileHeads heads() {
            return new FileHeads(ROOT, disk);
        }

        private Optional<Head> latest() throws Exception {
            return heads().latest(ORIGIN);
        }
    }

    @Test
    void simulatedDiskLosesWhatWasNotSynced() throws Exception {
        int lost = 0;
        for (int round = 0; round < 100; round++) {
            var disk = new SimulatedDisk(random, ROOT);
            byte[] bytes = "exhibit".getBytes(StandardCharsets.UTF_8);
            disk.write(ROOT.resolve("a"), bytes);
            disk.write(ROOT.resolve("b"), bytes);
            disk.sync(ROOT.resolve("b"));
            disk.syncFolder(ROOT);

            disk.cutPower();

            assertThat(disk.read(ROOT.resolve("b"))).hasValue(bytes);
            lost += disk.read(ROOT.resolve("a"))
                            .filter(left -> left.length == bytes.length)
                            .isEmpty()
                    ? 1
                    : 0;
        }
        assertThat(lost).isGreaterThan(20);
    }

    private static SignerKey key() {
        try {
            return SignerKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }
}
