package org.plumbline.engine.log.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;

/** The hashes of RFC 6962 section 2.1. One thread at a time. */
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Entries from which on a second core is worth waking. */
    private static final int PART = 2048;

    private final MessageDigest sha256 = sha256();
    private final byte[] node = new byte[1 + 2 * Hash.BYTES];

    /** Ready to hash. */
    public TreeHasher() {
        node[0] = NODE;
    }

    /** The leaf hash of an entry: of a zero byte and the entry. */
    public Hash leaf(byte[] entry) {
        sha256.update(LEAF);
        return Hash.at(sha256.digest(entry), 0);
    }

    /** The leaf hashes of entries, one after the other; many are hashed on all cores. */
    public static byte[] leaves(List<byte[]> entries) {
        var hashes = new byte[Math.multiplyExact(entries.size(), Hash.BYTES)];
        IntStream parts = IntStream.range(0, (entries.size() + PART - 1) / PART);
        (entries.size() <= PART ? parts : parts.parallel()).forEach(part -> {
            MessageDigest sha256 = sha256();
            for (int i = part * PART; i < Math.min((part + 1) * PART, entries.size()); i++) {
                sha256.update(LEAF);
                sha256.update(entries.get(i));
                digest(sha256, hashes, i * Hash.BYTES);
            }
        });
        return hashes;
    }

    /** The hash over two children: of a one byte and both. */
    public Hash node(Hash left, Hash right) {
        left.write(node, 1);
        right.write(node, 1 + Hash.BYTES);
        digestNode(node, 1);
        return Hash.at(node, 1);
    }

    /**
     * Hashes neighbours in pairs, the level above out of a level.
     *
     * @param from offset in bytes of the first child
     * @param pairs how many parents
     * @param into where the parents go; may be the same array at the same or a lower offset
     */
    public void pairs(byte[] level, int from, int pairs, byte[] into, int to) {
        for (int i = 0; i < pairs; i++) {
            System.arraycopy(level, from + 2 * i * Hash.BYTES, node, 1, 2 * Hash.BYTES);
            digestNode(into, to + i * Hash.BYTES);
        }
    }

    private void digestNode(byte[] into, int offset) {
        sha256.update(node, 0, node.length);
        digest(sha256, into, offset);
    }

    private static void digest(MessageDigest sha256, byte[] into, int offset) {
        try {
            sha256.digest(into, offset, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("No room for a hash at " + offset, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
