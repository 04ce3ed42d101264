package org.plumbline.engine.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.Harbour;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

class FileTileStoreTest {
    @TempDir
    Path folder;

    @Test
    void tilesLieWhereTheyAreServedAndNothingIsLeftBeside() throws Exception {
        var store = new FileTileStore(folder);
        var tiles = new ArrayList<Tile>();
        for (int i = 0; i < 30; i++) {
            tiles.add(tile(0, 990 + i, 256, i));
        }
        tiles.add(tile(1, 0, 5, 77));

        store.write(tiles);
        store.commit(new Tree(3, Hash.EMPTY_TREE));

        for (Tile tile : tiles) {
            assertThat(folder.resolve(tile.path().path())).hasBinaryContent(tile.bytes());
            assertThat(store.read(tile.path())).hasValue(tile.bytes());
        }
        assertThat(new FileTileStore(folder).tree()).isEqualTo(new Tree(3, Hash.EMPTY_TREE));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(32);
        }
    }

    @Test
    void equalTileIsFineAndAnotherOneRefused() throws Exception {
        var store = new FileTileStore(folder);
        store.write(List.of(tile(0, 0, 3, 1)));

        store.write(List.of(tile(0, 0, 3, 1), tile(0, 0, 4, 1)));

        assertThat(Faults.of(() -> store.write(List.of(tile(0, 0, 3, 2))))).isEqualTo(Fault.TILE_DIFFERS);
        assertThat(store.read(tile(0, 0, 3, 1).path()))
                .hasValue(tile(0, 0, 3, 1).bytes());
        assertThat(store.read(new TilePath(0, 1, 256))).isEmpty();
    }

    @Test
    void treeThatDoesNotReadAsOneIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("state"));
        for (String damaged : List.of("", "3\n", "3\nAAAA\n", "x\n" + Hash.EMPTY_TREE + "\n", "3\n\n\n")) {
            Files.writeString(folder.resolve("state/tree"), damaged);

            assertThat(Faults.of(() -> new FileTileStore(folder).tree())).isEqualTo(Fault.TREE_DAMAGED);
        }
    }

    @Test
    void headIsReplacedOnlyByWhoHasSeenIt() throws Exception {
        var heads = new FileHeads(folder);
        Head first = head(Tree.EMPTY);
        Head second = head(new Tree(1, Hash.of(new byte[32])));

        assertThat(heads.latest(Harbour.ORIGIN)).isEmpty();
        heads.replace(Harbour.ORIGIN, Optional.empty(), first);
        heads.replace(Harbour.ORIGIN, Optional.of(first), second);

        assertThat(Faults.of(() -> heads.replace(Harbour.ORIGIN, Optional.of(first), first)))
                .isEqualTo(Fault.HEAD_CHANGED);
        assertThat(Faults.of(() -> heads.replace(Harbour.ORIGIN, Optional.empty(), first)))
                .isEqualTo(Fault.HEAD_CHANGED);
        assertThat(new FileHeads(folder).latest(Harbour.ORIGIN)).hasValue(second);
        assertThat(heads.latest("other.example")).isEmpty();
    }

    @Test
    void damagedHeadIsRefusedNotForgotten() throws Exception {
        var heads = new FileHeads(folder);
        heads.replace(Harbour.ORIGIN, Optional.empty(), head(Tree.EMPTY));
        try (Stream<Path> files = Files.list(folder.resolve("heads"))) {
            Files.writeString(files.findFirst().orElseThrow(), "");
        }

        assertThat(Faults.of(() -> heads.latest(Harbour.ORIGIN))).isEqualTo(Fault.HEAD_DAMAGED);
    }

    private static Head head(Tree tree) throws Refused {
        String text = Checkpoint.of(Harbour.ORIGIN, tree).text();
        return Head.of(new Note(text, List.of(Harbour.LOG_KEY.sign(text, Harbour.CLOCK.instant()))));
    }

    private static Tile tile(int level, long index, int width, int fill) {
        var bytes = new byte[width * Hash.BYTES];
        Arrays.fill(bytes, (byte) fill);
        return new Tile(new TilePath(level, index, width), bytes);
    }
}
