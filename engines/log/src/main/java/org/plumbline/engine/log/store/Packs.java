package org.plumbline.engine.log.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;

/**
 * Full tiles of one level that came together, 32 neighbours in one file: {@code pack/LEVEL/INDEX}, tile after tile. A
 * log that takes in many entries at once waits for the disk once for 8192 of them.
 */
final class Packs {
    /** Tiles in one. */
    static final int TILES = 32;

    static final int TILE_BYTES = TilePath.FULL * Hash.BYTES;

    private Packs() {}

    /** Whether tiles of this kind are ever packed: bundles of entries have no fixed length. */
    static boolean mayHold(TilePath path) {
        return path.isFull() && path.level() != TilePath.ENTRIES;
    }

    /** The file of the pack that a full tile would be in. */
    static String file(TilePath tile) {
        String path = new TilePath(tile.level(), tile.index() / TILES, TilePath.FULL).path();
        return "pack" + path.substring(path.indexOf('/'));
    }

    /** Where in its pack a tile begins. */
    static long offset(TilePath tile) {
        return tile.index() % TILES * TILE_BYTES;
    }

    /**
     * The files for new tiles: whole packs where all of one are there, else a file for each.
     *
     * @return contents by the name of the file, in the order of the tiles
     */
    static Map<String, byte[]> files(List<Tile> tiles) {
        var byPack = new LinkedHashMap<String, List<Tile>>();
        for (Tile tile : tiles) {
            String name = mayHold(tile.path()) ? file(tile.path()) : tile.path().path();
            byPack.computeIfAbsent(name, pack -> new ArrayList<>()).add(tile);
        }
        var files = new LinkedHashMap<String, byte[]>();
        byPack.forEach((name, members) -> {
            if (members.size() == TILES) {
                files.put(name, joined(members));
            } else {
                members.forEach(tile -> files.put(tile.path().path(), tile.bytes()));
            }
        });
        return files;
    }

    private static byte[] joined(List<Tile> members) {
        byte[] pack = new byte[TILES * TILE_BYTES];
        for (Tile tile : members) {
            System.arraycopy(tile.bytes(), 0, pack, (int) offset(tile.path()), TILE_BYTES);
        }
        return pack;
    }
}
