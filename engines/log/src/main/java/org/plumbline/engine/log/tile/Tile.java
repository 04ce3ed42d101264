package org.plumbline.engine.log.tile;

import java.util.Arrays;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;

/** A tile or bundle with its place. The array is handed over, not copied: nobody writes to it any more. */
@SuppressWarnings(
        "ArrayRecordComponent") // Compared by content below; copying each tile would cost as much as hashing it.
public record Tile(TilePath path, byte[] bytes) {
    /** A tile of hashes that was read. */
    public static Tile ofHashes(TilePath path, byte[] bytes) throws Refused {
        if (bytes.length != path.width() * Hash.BYTES) {
            throw new Refused(Fault.TILE_LENGTH, path.path() + " has " + bytes.length + " bytes");
        }
        return new Tile(path, bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile && tile.path.equals(path) && Arrays.equals(tile.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return path.path();
    }
}
