package org.plumbline.engine.log.tile;

import java.io.IOException;
import java.util.Optional;

/** Where tiles are read: a store, or somebody else's log. */
@FunctionalInterface
public interface TileSource {
    /** The bytes at a path; absent when nothing is there. */
    Optional<byte[]> read(TilePath path) throws IOException;
}
