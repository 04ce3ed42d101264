package org.plumbline.engine.log.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

/**
 * Tiles as files of a folder, laid out as they are served: {@code tile/…} and {@code checkpoint}; {@code pack/…} where
 * many full tiles came at once; and {@code state/tree} with what is integrated (docs/formats/log.md).
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
        Optional<byte[]> alone = files.read(path.path());
        return alone.isPresent() || !Packs.mayHold(path)
                ? alone
                : files.read(Packs.file(path), Packs.offset(path), Packs.TILE_BYTES);
    }

    @Override
    public void write(List<Tile> tiles) throws IOException, Refused {
        var missing = new ArrayList<Tile>();
        var packs = new HashMap<String, Boolean>();
        for (Tile tile : tiles) {
            if (!isThere(tile, packs)) {
                missing.add(tile);
            }
        }
        Map<String, byte[]> contents = Packs.files(missing);
        var names = new LinkedHashSet<>(contents.keySet());
        for (Tile tile : tiles) {
            names.add(heldBy(tile.path(), contents));
        }
        Set<Path> folders = files.folders(names);
        files.put(contents, writers);
        // Those that were there as well: whoever wrote them may have been killed before this.
        files.sync(folders);
    }

    /** The file that holds a tile now or soon. */
    private String heldBy(TilePath path, Map<String, byte[]> contents) throws IOException {
        boolean packed = Packs.mayHold(path)
                && !contents.containsKey(path.path())
                && (contents.containsKey(Packs.file(path))
                        || files.read(path.path(), 0, 1).isEmpty());
        return packed ? Packs.file(path) : path.path();
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

    /** @param packs whether a pack is there, asked once for all of its tiles */
    private boolean isThere(Tile tile, Map<String, Boolean> packs) throws IOException, Refused {
        Optional<byte[]> there = files.read(tile.path().path());
        if (there.isEmpty() && Packs.mayHold(tile.path())) {
            String pack = Packs.file(tile.path());
            @Nullable Boolean known = packs.get(pack);
            if (known == null) {
                known = files.read(pack, 0, 1).isPresent();
                packs.put(pack, known);
            }
            there = known ? read(tile.path()) : there;
        }
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
