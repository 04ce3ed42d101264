package org.plumbline.engine.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.TileStore;
import org.plumbline.engine.log.tile.EntryBundle;
import org.plumbline.engine.log.tile.Frontier;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tile.TileReader;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.tree.TreeHasher;

/**
 * An append-only log: entries are integrated batch by batch, and every proof is made from its tiles. What is integrated
 * outlasts a power cut; what was being integrated when the machine stopped is integrated again with the same leaves and
 * leads to the same tree. Signing is the business of {@link LogSigner}.
 */
public final class Log {
    private final TileStore store;
    private final TileReader reader;
    private volatile Frontier frontier;
    private volatile Tree tree;

    private Log(TileStore store, TileReader reader, Frontier frontier, Tree tree) {
        this.store = store;
        this.reader = reader;
        this.frontier = frontier;
        this.tree = tree;
    }

    /**
     * Opens the log and checks that the right edge of its tiles leads to the root it committed.
     *
     * @param memory bytes for tiles of which proofs are made
     */
    public static Log open(TileStore store, long memory) throws IOException, Refused {
        var reader = new TileReader(store, memory);
        Tree committed = store.tree();
        Frontier frontier = Frontier.read(committed.size(), reader);
        if (!frontier.tree().equals(committed)) {
            throw new Refused(Fault.TREE_DIFFERS, "at size " + committed.size());
        }
        return new Log(store, reader, frontier, committed);
    }

    /** The tree of all that is integrated. */
    public Tree tree() {
        return tree;
    }

    /** Integrates leaves by their hashes, in this order, and returns the tree they lead to. */
    public synchronized Tree integrate(List<Hash> leaves) throws IOException, Refused {
        var hashes = new byte[Math.multiplyExact(leaves.size(), Hash.BYTES)];
        int at = 0;
        for (Hash leaf : leaves) {
            leaf.write(hashes, at);
            at += Hash.BYTES;
        }
        return grow(hashes, List.of());
    }

    /** Integrates leaves by their hashes, one after the other as {@link TreeHasher#leaves} gives them. */
    public synchronized Tree integrate(byte[] leafHashes) throws IOException, Refused {
        return grow(leafHashes, List.of());
    }

    /** Integrates entries, in this order, with the bundles in which they are served. */
    public synchronized Tree append(List<byte[]> entries) throws IOException, Refused {
        return grow(TreeHasher.leaves(entries), bundles(entries));
    }

    /** Proofs in the tree of a checkpoint or in {@link #tree()}; each is verified before it is handed out. */
    public Proofs proofs(Tree of) throws Refused {
        if (of.size() > tree.size()) {
            throw new Refused(Fault.TREE_AHEAD, of.size() + " > " + tree.size());
        }
        return new Proofs(reader.nodes(tree.size()), of);
    }

    /** Shows a checkpoint to readers once it is signed, and cosigned where that is asked for. */
    public void publish(Note checkpoint) throws IOException {
        store.publish(checkpoint);
    }

    private Tree grow(byte[] hashes, List<Tile> bundles) throws IOException, Refused {
        if (hashes.length == 0) {
            return tree;
        }
        var early = new EarlyWriting(store);
        Frontier.Grown grown = frontier.append(hashes, early);
        var tiles = new ArrayList<>(bundles);
        tiles.addAll(grown.tiles());
        Tree next = grown.frontier().tree();
        early.await();
        store.write(tiles);
        // Only now: a committed tree has all its tiles.
        store.commit(next);
        frontier = grown.frontier();
        tree = next;
        return next;
    }

    private List<Tile> bundles(List<byte[]> entries) throws IOException, Refused {
        var all = new ArrayList<byte[]>();
        long first = tree.size() / TilePath.FULL;
        if (tree.size() % TilePath.FULL != 0) {
            all.addAll(bundle(TilePath.of(TilePath.ENTRIES, first, tree.size())));
        }
        all.addAll(entries);
        long size = first * TilePath.FULL + all.size();
        var bundles = new ArrayList<Tile>();
        for (int from = 0; from < all.size(); from += TilePath.FULL) {
            var path = TilePath.of(TilePath.ENTRIES, first + from / TilePath.FULL, size);
            bundles.add(new Tile(path, EntryBundle.write(all.subList(from, from + path.width()))));
        }
        return bundles;
    }

    private List<byte[]> bundle(TilePath path) throws IOException, Refused {
        byte[] bytes = store.read(path).orElseThrow(() -> new Refused(Fault.TILE_MISSING, path.path()));
        return EntryBundle.read(path, bytes);
    }
}
