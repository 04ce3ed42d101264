package org.plumbline.engine.log.tile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.TreeHasher;

/** Entries one after the other, each after its length in two bytes (C2SP tlog-tiles, "Log entries"). */
public final class EntryBundle {
    private static final int MOST_BYTES = 0xffff;

    private EntryBundle() {}

    /** The bytes of a bundle. */
    public static byte[] write(List<byte[]> entries) throws Refused {
        var bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MOST_BYTES) {
                throw new Refused(Fault.ENTRY_TOO_LONG, entry.length + " bytes");
            }
            bytes.write(entry.length >> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** The entries of a bundle: as many as its path says. */
    public static List<byte[]> read(TilePath path, byte[] bytes) throws Refused {
        var entries = new ArrayList<byte[]>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                break;
            }
            var entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (rest.hasRemaining() || entries.size() != path.width()) {
            throw new Refused(Fault.BUNDLE_LENGTH, path.path() + " has " + entries.size() + " whole entries");
        }
        return List.copyOf(entries);
    }

    /** Refuses unless each entry of a bundle hashes to the leaf at its place in the tile of level 0. */
    public static void verify(Tile bundle, Tile leaves) throws Refused {
        List<byte[]> entries = read(bundle.path(), bundle.bytes());
        byte[] hashes = Tile.ofHashes(leaves.path(), leaves.bytes()).bytes();
        var hasher = new TreeHasher();
        for (int i = 0; i < Math.min(entries.size(), leaves.path().width()); i++) {
            if (!hasher.leaf(entries.get(i)).equals(Hash.at(hashes, i * Hash.BYTES))) {
                throw new Refused(Fault.ENTRY_DIFFERS, "entry " + i + " of " + bundle);
            }
        }
    }
}
