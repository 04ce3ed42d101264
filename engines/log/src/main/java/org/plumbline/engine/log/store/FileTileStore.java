package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

/**
 * Tiles as files of a folder, laid out as they are served: {@code tile/…}, {@code checkpoint}, and {@code state/tree}
 * with what is integrated (docs/formats/log.md).
 */
public final class FileTileStore implements TileStore {
    private static final String TREE = "state/tree";
    private static final String CHECKPOINT = "checkpoint";

    private final DurableFiles files;
    private final Writers writers;

    /** Keeps the log in a folder that is there. */
    public FileTileStore(Path folder) {
        this(folder, new FileDisk(), Writers.MANY);
    }

    FileTileStore(Path folder, Disk disk, Writers writers) {
        this.files = new DurableFiles(folder, disk);
        this.writers = writers;
    }

    @Override
    public Optional<byte[]> read(TilePath path) throws IOException {
        return files.read(path.path());
    }

    @Override
    public void write(List<Tile> tiles) throws IOException, Refused {
        Set<Path> folders =
                files.folders(tiles.stream().map(tile -> tile.path().path()).toList());
        var missing = new LinkedHashMap<String, byte[]>();
        for (Tile tile : tiles) {
            if (!isThere(tile)) {
                missing.put(tile.path().path(), tile.bytes());
            }
        }
        files.put(missing, writers);
        // Those that were there as well: whoever wrote them may have been killed before this.
        files.sync(folders);
    }

    @Override
    public Tree tree() throws IOException, Refused {
        Optional<byte[]> stored = files.read(TREE);
        return stored.isEmpty() ? Tree.EMPTY : parse(new String(stored.get(), StandardCharsets.UTF_8));
    }

    @Override
    public void commit(Tree tree) throws IOException {
        files.replace(TREE, (tree.size() + "\n" + tree.root() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void publish(Note checkpoint) throws IOException {
        files.replace(CHECKPOINT, checkpoint.bytes());
    }

    private boolean isThere(Tile tile) throws IOException, Refused {
        Optional<byte[]> there = read(tile.path());
        if (there.isPresent() && !Arrays.equals(there.get(), tile.bytes())) {
            throw new Refused(Fault.TILE_DIFFERS, tile.path().path());
        }
        return there.isPresent();
    }

    private static Tree parse(String stored) throws Refused {
        String[] lines = stored.split("\n", -1);
        if (lines.length != 3 || !lines[2].isEmpty()) {
            throw new Refused(Fault.TREE_DAMAGED, TREE + " is not size and root");
        }
        try {
            return new Tree(Strict.decimal(lines[0]), Hash.parse(lines[1]));
        } catch (Refused e) {
            throw new Refused(Fault.TREE_DAMAGED, TREE + ": " + e.getMessage());
        }
    }
}
