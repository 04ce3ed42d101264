package org.plumbline.engine.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.Harbour;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.tree.TreeHasher;

class PacksTest {
    private static final int MANY = 3 * Packs.TILES * TilePath.FULL + 77;

    @TempDir
    Path folder;

    @Test
    void manyEntriesAtOnceLeadToTheTreeOfOneAfterTheOther() throws Exception {
        List<byte[]> entries = Harbour.entries(0, MANY);
        Path other = Files.createDirectory(folder.resolve("other"));
        Path packed = Files.createDirectory(folder.resolve("packed"));
        Log slow = Log.open(new FileTileStore(other), Harbour.MEMORY);
        for (int from = 0; from < MANY; from += 1000) {
            slow.append(entries.subList(from, Math.min(from + 1000, MANY)));
        }

        Log log = Log.open(new FileTileStore(packed), Harbour.MEMORY);
        log.integrate(TreeHasher.leaves(entries.subList(0, 5)));
        Tree tree = log.integrate(TreeHasher.leaves(entries.subList(5, MANY)));

        assertThat(tree).isEqualTo(slow.tree());
        assertThat(packed.resolve("pack/0/002")).hasSize((long) Packs.TILES * TilePath.FULL * Hash.BYTES);
        assertThat(packed.resolve("tile/0/064")).doesNotExist();
        for (long index = 0; index < MANY / TilePath.FULL; index++) {
            var path = new TilePath(0, index, TilePath.FULL);
            assertThat(new FileTileStore(packed).read(path))
                    .hasValue(new FileTileStore(other).read(path).orElseThrow());
        }
        Log again = Log.open(new FileTileStore(packed), Harbour.MEMORY);
        again.proofs(tree).inclusion(9000).verify(new TreeHasher().leaf(entries.get(9000)), tree.root());
    }

    @Test
    void whatWasPackedBeforeAStopIsIntegratedAgainAndAnotherPastIsRefused() throws Exception {
        List<byte[]> entries = Harbour.entries(0, MANY);
        Tree tree = Log.open(new FileTileStore(folder), Harbour.MEMORY).integrate(TreeHasher.leaves(entries));
        Files.delete(folder.resolve("state/tree"));

        Log again = Log.open(new FileTileStore(folder), Harbour.MEMORY);
        for (int from = 0; from < MANY; from += 700) {
            again.integrate(TreeHasher.leaves(entries.subList(from, Math.min(from + 700, MANY))));
        }
        assertThat(again.tree()).isEqualTo(tree);
        Files.delete(folder.resolve("state/tree"));
        Log forged = Log.open(new FileTileStore(folder), Harbour.MEMORY);
        assertThat(Faults.of(() -> forged.integrate(TreeHasher.leaves(Harbour.entries(1, MANY)))))
                .isEqualTo(Fault.TILE_DIFFERS);
    }

    @Test
    void aPackThatWasCutIsNoTile() throws Exception {
        Log.open(new FileTileStore(folder), Harbour.MEMORY).integrate(TreeHasher.leaves(Harbour.entries(0, MANY)));
        Path pack = folder.resolve("pack/0/001");
        Files.write(pack, java.util.Arrays.copyOf(Files.readAllBytes(pack), 300));

        Log log = Log.open(new FileTileStore(folder), Harbour.MEMORY);

        assertThat(Faults.of(() -> log.proofs(log.tree()).inclusion(Packs.TILES * TilePath.FULL + 1)))
                .isEqualTo(Fault.TILE_LENGTH);
    }
}
