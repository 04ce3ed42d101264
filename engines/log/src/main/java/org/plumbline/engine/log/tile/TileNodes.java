package org.plumbline.engine.log.tile;

import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.TreeHasher;

/** A tile with all nodes above its hashes that are complete, so that a proof reads and never hashes. */
public final class TileNodes {
    /** Bytes of one in memory: 511 nodes. */
    public static final int BYTES = (2 * TilePath.FULL - 1) * Hash.BYTES;

    private final byte[] nodes = new byte[BYTES];
    private final int width;

    /** Hashes the nodes above the hashes of a tile. */
    public TileNodes(byte[] hashes) {
        width = hashes.length / Hash.BYTES;
        System.arraycopy(hashes, 0, nodes, 0, hashes.length);
        var hasher = new TreeHasher();
        for (int level = 1; level <= TilePath.HEIGHT; level++) {
            hasher.pairs(nodes, offset(level - 1, 0), width >> level, nodes, offset(level, 0));
        }
    }

    /** The hash over 2^level of the tile's hashes. */
    public Hash node(int level, int index) {
        if (index >= (width >> level)) {
            throw new IllegalArgumentException("No complete node " + index + " at level " + level + " of " + width);
        }
        return Hash.at(nodes, offset(level, index));
    }

    /**
     * The hash over the rightmost 2^level hashes that are no part of a larger complete node, where width has that bit.
     */
    Hash last(int level) {
        return node(level, (width >> level) - 1);
    }

    int width() {
        return width;
    }

    /** Level after level, each half as long as the one before. */
    private static int offset(int level, int index) {
        return (2 * TilePath.FULL - ((2 * TilePath.FULL) >> level) + index) * Hash.BYTES;
    }
}
