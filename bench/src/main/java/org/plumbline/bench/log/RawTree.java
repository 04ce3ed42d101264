package org.plumbline.bench.log;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Merkle tree of RFC 6962 in memory and nothing else: what hashing alone costs, and a path when all nodes are at
 * hand.
 */
final class RawTree {
    private static final int BYTES = 32;

    /** Level after level, the leaves first; an odd last node is carried up. */
    private final List<byte[]> levels = new ArrayList<>();

    /** Hashes the tree over entries of 32 bytes, one after the other. */
    RawTree(byte[] entries) {
        MessageDigest sha256 = sha256();
        byte[] level = leaves(entries, sha256);
        levels.add(level);
        while (level.length > BYTES) {
            level = parents(level, sha256);
            levels.add(level);
        }
    }

    byte[] root() {
        return levels.getLast();
    }

    byte[] leaf(int index) {
        return node(0, index);
    }

    /** The siblings from a leaf up. */
    List<byte[]> path(int index) {
        var path = new ArrayList<byte[]>();
        int at = index;
        for (int level = 0; level < levels.size() - 1; level++) {
            int sibling = at ^ 1;
            if ((sibling + 1) * BYTES <= levels.get(level).length) {
                path.add(node(level, sibling));
            }
            at >>= 1;
        }
        return path;
    }

    private byte[] node(int level, int index) {
        return Arrays.copyOfRange(levels.get(level), index * BYTES, (index + 1) * BYTES);
    }

    private static byte[] leaves(byte[] entries, MessageDigest sha256) {
        var leaves = new byte[entries.length];
        var buffer = new byte[1 + BYTES];
        for (int at = 0; at < entries.length; at += BYTES) {
            System.arraycopy(entries, at, buffer, 1, BYTES);
            digest(sha256, buffer, leaves, at);
        }
        return leaves;
    }

    private static byte[] parents(byte[] level, MessageDigest sha256) {
        int nodes = level.length / BYTES;
        var parents = new byte[(nodes + 1) / 2 * BYTES];
        var buffer = new byte[1 + 2 * BYTES];
        buffer[0] = 1;
        for (int i = 0; i < nodes / 2; i++) {
            System.arraycopy(level, 2 * i * BYTES, buffer, 1, 2 * BYTES);
            digest(sha256, buffer, parents, i * BYTES);
        }
        if (nodes % 2 == 1) {
            System.arraycopy(level, level.length - BYTES, parents, parents.length - BYTES, BYTES);
        }
        return parents;
    }

    private static void digest(MessageDigest sha256, byte[] buffer, byte[] into, int at) {
        sha256.update(buffer, 0, buffer.length);
        try {
            sha256.digest(into, at, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("No room for a hash", e);
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
