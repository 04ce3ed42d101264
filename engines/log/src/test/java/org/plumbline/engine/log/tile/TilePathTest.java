package org.plumbline.engine.log.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.refusal.Fault;

class TilePathTest {
    @Test
    void pathsAreThoseOfTheSpecification() {
        assertThat(new TilePath(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TilePath(1, 1067, 7).path()).isEqualTo("tile/1/x001/067.p/7");
        assertThat(new TilePath(TilePath.ENTRIES, 0, 255).path()).isEqualTo("tile/entries/000.p/255");
        assertThat(new TilePath(63, Long.MAX_VALUE, 256).path()).isEqualTo("tile/63/x009/x223/x372/x036/x854/x775/807");
    }

    /** The example of C2SP tlog-tiles, "Partial Tiles". */
    @Test
    void treeOfSeventyThousandHasTheTilesOfTheSpecification() {
        assertThat(TilePath.of(0, 272, 70_000).isFull()).isTrue();
        assertThat(TilePath.of(0, 273, 70_000)).isEqualTo(new TilePath(0, 273, 112));
        assertThat(TilePath.of(1, 0, 70_000).isFull()).isTrue();
        assertThat(TilePath.of(1, 1, 70_000)).isEqualTo(new TilePath(1, 1, 17));
        assertThat(TilePath.of(2, 0, 70_000)).isEqualTo(new TilePath(2, 0, 1));
        assertThat(TilePath.of(1, 0, 256)).isEqualTo(new TilePath(1, 0, 1));
    }

    @Test
    void everyPathIsReadBack() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            long index = random.nextLong() >>> (1 + random.nextInt(63));
            var path = new TilePath(random.nextInt(65) - 1, index, 1 + random.nextInt(256));

            assertThat(TilePath.parse(path.path())).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001/x002",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/",
                "tile/entry/000",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/../000",
                "tile/\u0660/000",
                "tile/0/000\n"
            })
    void anythingElseIsNoPath(String path) {
        assertThat(Faults.of(() -> TilePath.parse(path))).isEqualTo(Fault.TILE_PATH);
    }

    @Test
    void indexBeyondALongIsRefused() {
        assertThat(Faults.of(() -> TilePath.parse("tile/0/x009/x223/x372/x036/x854/x775/808")))
                .isEqualTo(Fault.NUMBER_TOO_LARGE);
    }

    @Test
    void bundleIsReadBackAndEveryOtherLengthRefused() throws Exception {
        List<byte[]> entries = List.of(new byte[] {1, 2}, new byte[0], new byte[65_535]);
        byte[] bytes = EntryBundle.write(entries);
        var path = new TilePath(TilePath.ENTRIES, 0, 3);

        assertThat(EntryBundle.read(path, bytes))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(entries);
        assertThat(Faults.of(() -> EntryBundle.write(List.of(new byte[65_536]))))
                .isEqualTo(Fault.ENTRY_TOO_LONG);
        for (int cut = 1; cut < 5; cut++) {
            byte[] shorter = Arrays.copyOf(bytes, bytes.length - cut);
            byte[] longer = Arrays.copyOf(bytes, bytes.length + cut);
            assertThat(Faults.of(() -> EntryBundle.read(path, shorter))).isEqualTo(Fault.BUNDLE_LENGTH);
            assertThat(Faults.of(() -> EntryBundle.read(path, longer))).isEqualTo(Fault.BUNDLE_LENGTH);
        }
    }
}
