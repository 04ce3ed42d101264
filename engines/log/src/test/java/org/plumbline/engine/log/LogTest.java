package org.plumbline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.store.Head;
import org.plumbline.engine.log.store.Heads;
import org.plumbline.engine.log.tile.EntryBundle;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.NaiveTree;
import org.plumbline.engine.log.tree.Subtree;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.tree.TreeHasher;

class LogTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void entriesAreServedInBundlesAndProvenInTiles() throws Exception {
        Log log = open(folder);
        for (int from = 0; from < 1200; from += 300) {
            log.append(Harbour.entries(from, from + 300));
        }

        List<byte[]> entries = Harbour.entries(0, 1200);
        assertThat(log.tree()).isEqualTo(new Tree(1200, Hash.of(NaiveTree.root(entries))));
        Proofs proofs = log.proofs(log.tree());
        for (int i = 0; i < 1200; i += 7) {
            assertThat(proofs.leaf(i)).isEqualTo(new TreeHasher().leaf(entries.get(i)));
            proofs.inclusion(i).verify(proofs.leaf(i), log.tree().root());
        }
        TilePath last = TilePath.of(TilePath.ENTRIES, 4, 1200);
        assertThat(EntryBundle.read(last, Files.readAllBytes(folder.resolve(last.path())))
                        .getLast())
                .isEqualTo(entries.getLast());
    }

    @Test
    void proofsOfAnOlderCheckpointAreMadeAfterTheLogHasGrown() throws Exception {
        Log log = open(folder);
        Tree old = log.append(Harbour.entries(0, 300));
        Tree now = log.append(Harbour.entries(300, 900));

        Proofs then = log.proofs(old);
        then.inclusion(299).verify(then.leaf(299), old.root());
        log.proofs(now).consistency(300).verify(old.root(), now.root());
        log.proofs(now)
                .subtree(Subtree.of(256, 512))
                .verify(log.proofs(now).subtreeRoot(Subtree.of(256, 512)), now.root());
        assertThat(log.proofs(now).consistency(0).path()).isEmpty();
        assertThat(Faults.of(() -> then.inclusion(300))).isEqualTo(Fault.INDEX_OUTSIDE_TREE);
        assertThat(Faults.of(() -> then.leaf(300))).isEqualTo(Fault.INDEX_OUTSIDE_TREE);
        assertThat(Faults.of(() -> then.consistency(301))).isEqualTo(Fault.FIRST_TREE_LARGER);
        assertThat(Faults.of(() -> log.proofs(new Tree(901, now.root())))).isEqualTo(Fault.TREE_AHEAD);
    }

    @Test
    void openedAgainItGoesOnWhereItWas() throws Exception {
        Tree before = open(folder).append(Harbour.entries(0, 700));

        Log again = open(folder);
        assertThat(again.tree()).isEqualTo(before);
        assertThat(again.append(List.of())).isEqualTo(before);
        assertThat(again.append(Harbour.entries(700, 800)))
                .isEqualTo(new Tree(800, Hash.of(NaiveTree.root(Harbour.entries(0, 800)))));
    }

    @Test
    void partialTileMayHaveGivenWayToTheFullOne() throws Exception {
        Log log = open(folder);
        Tree old = log.append(Harbour.entries(0, 200));
        log.append(Harbour.entries(200, 400));
        Files.delete(folder.resolve(new TilePath(0, 0, 200).path()));

        Proofs proofs = open(folder).proofs(old);

        proofs.inclusion(17).verify(proofs.leaf(17), old.root());
    }

    @Test
    void everyDamageToATileIsNoticedAndNamed() throws Exception {
        Tree tree = open(folder).append(Harbour.entries(0, 600));
        Path full = folder.resolve(new TilePath(0, 0, 256).path());
        Path edge = folder.resolve(new TilePath(0, 2, 88).path());
        byte[] bytes = Files.readAllBytes(full);
        byte[] edgeBytes = Files.readAllBytes(edge);

        for (int place = 0; place < bytes.length; place += 97) {
            byte[] damaged = bytes.clone();
            damaged[place] ^= 4;
            Files.write(full, damaged);
            int leaf = place / Hash.BYTES;
            assertThat(Faults.of(() -> open(folder).proofs(tree).inclusion(leaf)))
                    .isEqualTo(Fault.TREE_DIFFERS);
        }
        Files.write(full, new byte[31]);
        assertThat(Faults.of(() -> open(folder).proofs(tree).inclusion(0))).isEqualTo(Fault.TILE_LENGTH);
        Files.delete(full);
        assertThat(Faults.of(() -> open(folder).proofs(tree).inclusion(0))).isEqualTo(Fault.TILE_MISSING);
        edgeBytes[5] ^= 1;
        Files.write(edge, edgeBytes);
        assertThat(Faults.of(() -> open(folder))).isEqualTo(Fault.TREE_DIFFERS);
    }

    @Test
    void everyDamagedEntryOfABundleIsNoticed() throws Exception {
        open(folder).append(Harbour.entries(0, 20));
        var leaves = new Tile(new TilePath(0, 0, 20), Files.readAllBytes(folder.resolve("tile/0/000.p/20")));
        byte[] bytes = Files.readAllBytes(folder.resolve("tile/entries/000.p/20"));
        var path = new TilePath(TilePath.ENTRIES, 0, 20);

        EntryBundle.verify(new Tile(path, bytes), leaves);
        for (int place = 0; place < bytes.length; place++) {
            byte[] damaged = bytes.clone();
            damaged[place] ^= 2;
            assertThat(Faults.of(() -> EntryBundle.verify(new Tile(path, damaged), leaves)))
                    .isIn(Fault.ENTRY_DIFFERS, Fault.BUNDLE_LENGTH);
        }
    }

    @Test
    void otherLeavesInThePlaceOfWrittenOnesAreRefused() throws Exception {
        open(folder).append(Harbour.entries(0, 300));
        Files.delete(folder.resolve("state/tree"));

        Log log = open(folder);

        assertThat(log.tree()).isEqualTo(Tree.EMPTY);
        assertThat(Faults.of(() -> log.append(Harbour.entries(1, 301)))).isEqualTo(Fault.TILE_DIFFERS);
        assertThat(log.append(Harbour.entries(0, 300)).size()).isEqualTo(300);
    }

    @Test
    void checkpointsAreSignedByEveryKeyAndStoredBeforeTheyAreShown() throws Exception {
        Log log = open(folder);
        LogSigner signer = signer(new FileHeads(folder), Harbour.LOG_KEY, Harbour.LOG_ML_DSA);
        assertThat(signer.last()).isEmpty();
        log.append(Harbour.entries(0, 10));

        Note note = signer.sign(log);
        log.publish(note);

        assertThat(note.verify(List.of(Harbour.LOG_KEY.verifier(), Harbour.LOG_ML_DSA.verifier())))
                .hasSize(2);
        assertThat(Checkpoint.parse(note.text()).tree()).isEqualTo(log.tree());
        assertThat(signer(new FileHeads(folder), Harbour.LOG_KEY).last()).hasValue(note);
        assertThat(folder.resolve("checkpoint")).hasBinaryContent(note.bytes());
    }

    @Test
    void secondPastIsNeverSigned() throws Exception {
        Heads heads = new FileHeads(folder);
        Log log = open(folder);
        log.append(Harbour.entries(0, 300));
        LogSigner signer = signer(heads, Harbour.LOG_KEY);
        Note promised = signer.sign(log);

        Log shorter = open(elsewhere);
        shorter.append(Harbour.entries(0, 299));
        assertThat(Faults.of(() -> signer.sign(shorter))).isEqualTo(Fault.LOG_SHRANK);
        shorter.append(Harbour.entries(1000, 1001));
        assertThat(Faults.of(() -> signer.sign(shorter))).isEqualTo(Fault.LOG_FORKED);
        shorter.append(Harbour.entries(1001, 1500));
        assertThat(Faults.of(() -> signer.sign(shorter))).isEqualTo(Fault.LOG_FORKED);

        assertThat(signer.last()).hasValue(promised);
        log.append(Harbour.entries(300, 301));
        assertThat(Checkpoint.parse(signer.sign(log).text()).size()).isEqualTo(301);
    }

    @Test
    void signatureThatCannotBeStoredIsNotHandedOut() throws Exception {
        Log log = open(folder);
        log.append(Harbour.entries(0, 3));
        var heads = new Heads() {
            final List<Head> stored = new ArrayList<>();

            @Override
            public Optional<Head> latest(String origin) {
                return Optional.empty();
            }

            @Override
            public void replace(String origin, Optional<Head> expected, Head next) throws IOException, Refused {
                stored.add(next);
                throw new Refused(Fault.HEAD_CHANGED, origin);
            }
        };

        assertThat(Faults.of(() -> signer(heads, Harbour.LOG_KEY).sign(log))).isEqualTo(Fault.HEAD_CHANGED);
        assertThat(heads.stored).hasSize(1);
    }

    @Test
    void keyOfAnotherNameOrUseDoesNotSignForTheLog() {
        assertThat(Faults.of(() -> signer(new FileHeads(folder), Harbour.COURT)))
                .isEqualTo(Fault.KEY_USE);
        assertThat(Faults.of(() -> signer(new FileHeads(folder)))).isEqualTo(Fault.KEY_USE);
    }

    private static LogSigner signer(Heads heads, SignerKey... keys) throws Refused {
        return new LogSigner(Harbour.ORIGIN, List.of(keys), heads, Harbour.CLOCK);
    }

    private static Log open(Path folder) throws IOException, Refused {
        return Log.open(new FileTileStore(folder), Harbour.MEMORY);
    }
}
