package org.plumbline.engine.log.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.tree.TreeHasher;

/**
 * The right edge of a tree: of each level of tiles, the hashes that are in no full tile. It is all that is needed to
 * append, and all that the root is made of.
 */
public final class Frontier {
    /** Levels of tiles in the largest tree. */
    private static final int LEVELS = 8;

    private static final int TILE_BYTES = TilePath.FULL * Hash.BYTES;

    /** Full tiles from which on a second core is worth waking. */
    private static final int MANY = 8;

    private static final byte[] NONE = new byte[0];

    private final long size;
    private final List<byte[]> edges;

    private Frontier(long size, List<byte[]> edges) {
        this.size = size;
        this.edges = edges;
    }

    /**
     * The frontier that appending led to, and the tiles to be written for it: full ones, then partial ones at the end.
     */
    public record Grown(Frontier frontier, List<Tile> tiles) {
        public Grown {
            tiles = List.copyOf(tiles);
        }
    }

    /** Reads the frontier of the tree of a size: at most one tile a level. */
    public static Frontier read(long size, TileReader reader) throws IOException, Refused {
        var edges = new ArrayList<byte[]>();
        for (int level = 0; level < LEVELS; level++) {
            long hashes = size >> (TilePath.HEIGHT * level);
            boolean empty = hashes % TilePath.FULL == 0;
            edges.add(empty ? NONE : reader.hashes(TilePath.of(level, hashes / TilePath.FULL, size)));
        }
        return new Frontier(size, edges);
    }

    /**
     * Appends leaves.
     *
     * @param leafHashes one after the other, {@link Hash#BYTES} bytes each
     */
    public Grown append(byte[] leafHashes) {
        return append(leafHashes, full -> false);
    }

    /** Takes the full tiles of leaf hashes before those above them are known. */
    @FunctionalInterface
    public interface Early {
        /** Whether they were taken, and are not to be handed out again. */
        boolean take(List<Tile> full);
    }

    /** Appends leaves, and hands out their full tiles, nearly all there is to write, before the rest is hashed. */
    public Grown append(byte[] leafHashes, Early early) {
        long newSize = Math.addExact(size, leafHashes.length / Hash.BYTES);
        var grown = new ArrayList<>(edges);
        var tiles = new ArrayList<Tile>();
        var partial = new ArrayList<Tile>();
        byte[] further = leafHashes;
        for (int level = 0; level < LEVELS && further.length > 0; level++) {
            byte[] row = joined(edges.get(level), further);
            long first = (size >> (TilePath.HEIGHT * level)) / TilePath.FULL;
            int full = row.length / TILE_BYTES;
            for (int i = 0; i < full; i++) {
                byte[] bytes = Arrays.copyOfRange(row, i * TILE_BYTES, (i + 1) * TILE_BYTES);
                tiles.add(new Tile(new TilePath(level, first + i, TilePath.FULL), bytes));
            }
            if (level == 0 && early.take(List.copyOf(tiles))) {
                tiles.clear();
            }
            byte[] rest = Arrays.copyOfRange(row, full * TILE_BYTES, row.length);
            grown.set(level, rest);
            if (rest.length > 0) {
                partial.add(new Tile(TilePath.of(level, first + full, newSize), rest));
            }
            further = roots(row, full);
        }
        tiles.addAll(partial);
        return new Grown(new Frontier(newSize, grown), tiles);
    }

    /** The tree that ends here. */
    public Tree tree() {
        var hasher = new TreeHasher();
        Hash root = null;
        for (byte[] edge : edges) {
            var nodes = new TileNodes(edge);
            for (int level = 0; level < TilePath.HEIGHT; level++) {
                if (((nodes.width() >> level) & 1) == 1) {
                    Hash left = nodes.last(level);
                    root = root == null ? left : hasher.node(left, root);
                }
            }
        }
        return new Tree(size, root == null ? Hash.EMPTY_TREE : root);
    }

    /**
     * The root of each full tile of a row, one after the other. Tiles don't touch each other, so many are hashed at
     * once.
     */
    private static byte[] roots(byte[] row, int full) {
        var roots = new byte[full * Hash.BYTES];
        IntStream tiles = IntStream.range(0, full);
        (full < MANY ? tiles : tiles.parallel()).forEach(tile -> {
            byte[] level = Arrays.copyOfRange(row, tile * TILE_BYTES, (tile + 1) * TILE_BYTES);
            var hasher = new TreeHasher();
            for (int pairs = TilePath.FULL / 2; pairs > 0; pairs /= 2) {
                hasher.pairs(level, 0, pairs, level, 0);
            }
            System.arraycopy(level, 0, roots, tile * Hash.BYTES, Hash.BYTES);
        });
        return roots;
    }

    private static byte[] joined(byte[] left, byte[] right) {
        if (left.length == 0) {
            return right;
        }
        byte[] joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }
}
