package org.plumbline.engine.log.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962 section 2.1. One thread at a time. */
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

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
