package org.plumbline.audit.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.TreeHasher;

/** Makes every tile of hashes again from the entries, and compares it with the file that holds it. */
final class TilesCheck {
    private final FileTileStore store;
    private final long size;
    private final TreeHasher hasher = new TreeHasher();
    private final List<Level> levels = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** Hashes of one level that have not filled a tile yet. */
    private static final class Level {
        private final List<Hash> open = new ArrayList<>();
        private long tiles;
    }

    /** @param size of the tree the files are of */
    TilesCheck(FileTileStore store, long size) {
        this.store = store;
        this.size = size;
    }

    /** The next entry as it stands in the log; beyond the size nothing is compared. */
    void add(byte[] entry) throws IOException {
        if (levels.isEmpty()
                || levels.getFirst().tiles * TilePath.FULL
                                + levels.getFirst().open.size()
                        < size) {
            add(0, hasher.leaf(entry));
        }
    }

    /** Paths of tiles that differ or are not there. */
    List<String> wrong() throws IOException {
        for (int level = 0; level < levels.size(); level++) {
            Level one = levels.get(level);
            if (!one.open.isEmpty()) {
                compare(new TilePath(level, one.tiles, one.open.size()), one.open);
            }
        }
        return List.copyOf(wrong);
    }

    private void add(int level, Hash hash) throws IOException {
        if (levels.size() == level) {
            levels.add(new Level());
        }
        Level one = levels.get(level);
        one.open.add(hash);
        if (one.open.size() == TilePath.FULL) {
            compare(new TilePath(level, one.tiles, TilePath.FULL), one.open);
            Hash root = root(one.open);
            one.open.clear();
            one.tiles++;
            add(level + 1, root);
        }
    }

    private void compare(TilePath path, List<Hash> hashes) throws IOException {
        var expected = new ByteArrayOutputStream();
        hashes.forEach(hash -> expected.writeBytes(hash.bytes()));
        Optional<byte[]> there = store.read(path);
        if (there.isEmpty() || !Arrays.equals(there.get(), expected.toByteArray())) {
            wrong.add(path.path());
        }
    }

    private Hash root(List<Hash> full) {
        List<Hash> row = full;
        while (row.size() > 1) {
            var above = new ArrayList<Hash>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(hasher.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
