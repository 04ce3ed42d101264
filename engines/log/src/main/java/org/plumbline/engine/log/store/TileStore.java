package org.plumbline.engine.log.store;

import java.io.IOException;
import java.util.List;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TileSource;
import org.plumbline.engine.log.tree.Tree;

/** Where a log keeps its tiles, the tree it has integrated, and the checkpoint that readers are shown. One writer. */
public interface TileStore extends TileSource {
    /**
     * Writes tiles; when it returns, all of them outlast a power cut.
     *
     * @throws Refused when a tile is there already with other bytes; equal ones are fine
     */
    void write(List<Tile> tiles) throws IOException, Refused;

    /** The tree that was committed last, and the empty tree before the first. */
    Tree tree() throws IOException, Refused;

    /** Commits a tree whose tiles have all been written; when it returns, it outlasts a power cut. */
    void commit(Tree tree) throws IOException;

    /** Shows a signed checkpoint to readers. */
    void publish(Note checkpoint) throws IOException;
}
