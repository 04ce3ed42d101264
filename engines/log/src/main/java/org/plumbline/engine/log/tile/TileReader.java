package org.plumbline.engine.log.tile;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Nodes;

/** Reads the nodes of a tree out of its tiles and keeps the tiles used last, up to a bound of memory. */
public final class TileReader {
    private final TileSource source;
    private final int most;
    private final Map<TilePath, TileNodes> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, TileNodes> eldest) {
            return size() > most;
        }
    };

    /**
     * Reads from a source.
     *
     * @param bytes memory for tiles, of which each takes {@link TileNodes#BYTES}
     */
    public TileReader(TileSource source, long bytes) {
        this.source = source;
        this.most = Math.clamp(bytes / TileNodes.BYTES, 1, Integer.MAX_VALUE);
    }

    /** The nodes of the tree of a size, and of every smaller one. */
    public Nodes nodes(long size) {
        return (level, index) -> {
            if (index + 1 > (size >> level)) {
                throw new IllegalArgumentException("No complete node " + index + " at " + level + " of " + size);
            }
            int inTile = level % TilePath.HEIGHT;
            long tile = index >> (TilePath.HEIGHT - inTile);
            TileNodes nodes = tile(TilePath.of(level / TilePath.HEIGHT, tile, size));
            return nodes.node(inTile, (int) (index - (tile << (TilePath.HEIGHT - inTile))));
        };
    }

    /** The bytes of a tile of hashes; a partial one may have given way to the full one. */
    public byte[] hashes(TilePath path) throws IOException, Refused {
        Optional<byte[]> bytes = source.read(path);
        if (bytes.isPresent()) {
            return Tile.ofHashes(path, bytes.get()).bytes();
        }
        if (!path.isFull()) {
            Optional<byte[]> full = source.read(path.full());
            if (full.isPresent()) {
                return Arrays.copyOf(Tile.ofHashes(path.full(), full.get()).bytes(), path.width() * Hash.BYTES);
            }
        }
        throw new Refused(Fault.TILE_MISSING, path.path());
    }

    private TileNodes tile(TilePath path) throws IOException, Refused {
        synchronized (kept) {
            TileNodes known = kept.get(path);
            if (known != null) {
                return known;
            }
        }
        // Read outside the lock: two readers may do it twice, none waits for the disk of another.
        var read = new TileNodes(hashes(path));
        synchronized (kept) {
            kept.put(path, read);
        }
        return read;
    }
}
