package org.plumbline.engine.log.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.Harbour;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.store.Head;
import org.plumbline.engine.log.store.Heads;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

class WitnessTest {
    @TempDir
    Path folder;

    @TempDir
    Path witnessFolder;

    private Log log;
    private Witness witness;

    @BeforeEach
    void witnessKnowsTheTrail() throws Exception {
        log = Log.open(new FileTileStore(folder), Harbour.MEMORY);
        log.append(Harbour.entries(0, 500));
        witness = witness(new FileHeads(witnessFolder));
    }

    @Test
    void firstCheckpointAndEachLaterOneAreCosigned() throws Exception {
        Note first = note(size(100));
        Note second = note(size(500));

        Reply.Cosigned cosigned = cosigned(ask(0, List.of(), first));
        assertThat(first.with(cosigned.signatures())
                        .verify(List.of(Harbour.COURT.verifier(), Harbour.AUDIT.verifier())))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.time())
                        .isEqualTo(Harbour.CLOCK.instant().getEpochSecond()));
        Reply next = ask(100, path(100, 500), second);

        assertThat(next.status()).isEqualTo(200);
        assertThat(Note.signatures(new String(next.body(), StandardCharsets.UTF_8)))
                .isEqualTo(cosigned(next).signatures());
        assertThat(cosigned(ask(500, List.of(), second)).signatures()).hasSize(2);
        assertThat(new FileHeads(witnessFolder).latest(Harbour.ORIGIN)).hasValue(Head.of(second));
    }

    @Test
    void otherOldSizeIsToldTheRightOne() throws Exception {
        ask(0, List.of(), note(size(100)));

        Reply reply = ask(99, path(99, 500), note(size(500)));

        assertThat(reply).isEqualTo(new Reply.Conflict(100, Fault.OLD_SIZE_STALE));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.contentType()).isEqualTo("text/x.tlog.size");
        assertThat(reply.body()).isEqualTo("100\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void secondRootOfTheSameSizeIsAConflictAndChangesNothing() throws Exception {
        Note seen = note(size(100));
        ask(0, List.of(), seen);

        Reply reply = ask(100, List.of(), note(new Tree(100, Hash.of(new byte[32]))));

        assertThat(reply).isEqualTo(new Reply.Conflict(100, Fault.WITNESSED_OTHERWISE));
        assertThat(new FileHeads(witnessFolder).latest(Harbour.ORIGIN)).hasValue(Head.of(seen));
    }

    @Test
    void everythingElseIsRefusedWithItsStatusAndName() throws Exception {
        Note at100 = note(size(100));
        Note at500 = note(size(500));
        ask(0, List.of(), at100);
        List<Hash> path = path(100, 500);
        var broken = new ArrayList<>(path);
        broken.set(0, Hash.EMPTY_TREE);

        refused(ask(100, broken, at500), 422, Fault.OLD_ROOT_MISMATCH);
        refused(ask(100, path.subList(1, path.size()), at500), 422, Fault.PROOF_TOO_SHORT);
        refused(ask(100, List.of(Hash.EMPTY_TREE), at100), 422, Fault.PROOF_TOO_LONG);
        refused(ask(501, List.of(), at500), 400, Fault.OLD_SIZE_LARGER);
        refused(ask(0, List.of(), signed(Harbour.COURT, size(500))), 403, Fault.SIGNATURE_MISSING);
        Note forged = new Note(at500.text(), at100.signatures());
        refused(ask(100, path, forged), 403, Fault.SIGNATURE_INVALID);
        String foreign = Checkpoint.of("other.example", size(500)).text();
        Note unknown = new Note(foreign, List.of(Harbour.LOG_KEY.sign(foreign, Harbour.CLOCK.instant())));
        refused(ask(0, List.of(), unknown), 404, Fault.LOG_UNKNOWN);
        assertThat(new FileHeads(witnessFolder).latest(Harbour.ORIGIN)).hasValue(Head.of(at100));
    }

    @Test
    void proofFromNothingIsRefused() throws Exception {
        refused(ask(0, List.of(Hash.EMPTY_TREE), note(size(100))), 422, Fault.PROOF_TOO_LONG);
    }

    @Test
    void extensionLinesThatWouldNotBeSignedAreRefusedAndNotCountedAsSeen() throws Exception {
        String text = Checkpoint.of(Harbour.ORIGIN, size(100)).text() + "extension\n";
        Note note = new Note(text, List.of(Harbour.LOG_KEY.sign(text, Harbour.CLOCK.instant())));

        refused(ask(0, List.of(), note), 422, Fault.EXTENSIONS_NOT_SIGNED);

        assertThat(new FileHeads(witnessFolder).latest(Harbour.ORIGIN)).isEmpty();
    }

    @Test
    void bodyOutOfFormIsABadRequest() throws Exception {
        String note = note(size(100)).toString();
        Map<String, Fault> bodies = Map.of(
                "",
                Fault.REQUEST_FORM,
                "old 0\n",
                Fault.REQUEST_FORM,
                "0\n\n" + note,
                Fault.REQUEST_FORM,
                "old 00\n\n" + note,
                Fault.NOT_A_NUMBER,
                "old 0\nAAAA\n\n" + note,
                Fault.HASH_LENGTH,
                "old 0\n" + (Hash.EMPTY_TREE + "\n").repeat(64) + "\n" + note,
                Fault.REQUEST_FORM,
                "old 0\n\n\n" + note,
                Fault.CHECKPOINT_LINES,
                "old 0\n\nharbour\n\n\u2014 a AAAAAQU=\n",
                Fault.CHECKPOINT_LINES,
                "old 0\r\n\n" + note,
                Fault.CONTROL_CHARACTER);

        for (Map.Entry<String, Fault> body : bodies.entrySet()) {
            refused(witness.addCheckpoint(body.getKey().getBytes(StandardCharsets.UTF_8)), 400, body.getValue());
        }
    }

    @Test
    void twoRequestsAtOnceNeverBothMoveTheLog() throws Exception {
        ask(0, List.of(), note(size(100)));
        var start = new CountDownLatch(1);
        var asked = new ArrayList<Callable<Reply>>();
        for (int size = 101; size <= 140; size++) {
            byte[] body = new AddCheckpoint(100, path(100, size), note(size(size))).body();
            asked.add(() -> {
                start.await();
                return witness.addCheckpoint(body);
            });
        }

        var replies = new ArrayList<Reply>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<Reply>> running = asked.stream().map(pool::submit).toList();
            start.countDown();
            for (Future<Reply> each : running) {
                replies.add(each.get());
            }
        }

        long seen = new FileHeads(witnessFolder)
                .latest(Harbour.ORIGIN)
                .orElseThrow()
                .tree()
                .size();
        assertThat(replies.stream().filter(Reply.Cosigned.class::isInstance)).hasSize(1);
        assertThat(replies.stream().filter(Reply.Conflict.class::isInstance))
                .hasSize(39)
                .allMatch(reply -> reply.equals(new Reply.Conflict(seen, Fault.OLD_SIZE_STALE)));
    }

    @Test
    void headThatChangesBetweenReadingAndStoringIsAConflict() throws Exception {
        Head other = Head.of(note(size(300)));
        Heads overtaken = new Heads() {
            private int reads;

            @Override
            public Optional<Head> latest(String origin) {
                return reads++ == 0 ? Optional.empty() : Optional.of(other);
            }

            @Override
            public void replace(String origin, Optional<Head> expected, Head next) throws Refused {
                throw new Refused(Fault.HEAD_CHANGED, origin);
            }
        };

        Reply reply = witness(overtaken).addCheckpoint(new AddCheckpoint(0, List.of(), note(size(100))).body());

        assertThat(reply).isEqualTo(new Reply.Conflict(300, Fault.OLD_SIZE_STALE));
    }

    @Test
    void logKeyMakesNoWitness() {
        assertThat(Faults.of(() ->
                        new Witness(List.of(Harbour.LOG_KEY), Map.of(), new FileHeads(witnessFolder), Harbour.CLOCK)))
                .isEqualTo(Fault.KEY_USE);
    }

    private static Witness witness(Heads heads) throws Refused {
        return new Witness(
                List.of(Harbour.COURT, Harbour.AUDIT),
                Map.of(Harbour.ORIGIN, List.of(Harbour.LOG_KEY.verifier())),
                heads,
                Harbour.CLOCK);
    }

    private Reply ask(long oldSize, List<Hash> path, Note note) throws IOException, Refused {
        return witness.addCheckpoint(new AddCheckpoint(oldSize, path, note).body());
    }

    private static Reply.Cosigned cosigned(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Cosigned.class);
        return (Reply.Cosigned) reply;
    }

    private static void refused(Reply reply, int status, Fault fault) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.No.class, no -> assertThat(no.why().fault()).isEqualTo(fault));
        assertThat(reply.body()).isEqualTo((fault.code() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Tree size(long size) throws IOException, Refused {
        return new Tree(size, log.proofs(log.tree()).root(size));
    }

    private List<Hash> path(long from, long to) throws IOException, Refused {
        return log.proofs(size(to)).consistency(from).path();
    }

    private static Note note(Tree tree) throws Refused {
        return signed(Harbour.LOG_KEY, tree);
    }

    private static Note signed(SignerKey key, Tree tree) throws Refused {
        String text = Checkpoint.of(Harbour.ORIGIN, tree).text();
        return new Note(text, List.of(key.sign(text, Harbour.CLOCK.instant())));
    }
}
