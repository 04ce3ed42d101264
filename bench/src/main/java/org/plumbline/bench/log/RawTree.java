package org.plumbline.bench.log;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Merkle tree of RFC 6962 in memory and nothing else: what hashing alone costs, and a path when all nodes are at
 * hand.
 */
final class RawTree {
    private static final int BYTES = 32;
    private static final int PART = 8192;

    /** Level after level, the leaves first; an odd last node is carried up. */
    private final List<byte[]> levels = new ArrayList<>();

    /** Hashes the tree over entries of 32 bytes, one after the other. */
    RawTree(byte[] entries) {
        byte[] level = leaves(entries);
        levels.add(level);
        while (level.length > BYTES) {
            level = parents(level);
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

    private static byte[] leaves(byte[] entries) {
        var leaves = new byte[entries.length];
        parts(entries.length / BYTES, (from, to) -> {
            MessageDigest sha256 = sha256();
            var buffer = new byte[1 + BYTES];
            for (int i = from; i < to; i++) {
                System.arraycopy(entries, i * BYTES, buffer, 1, BYTES);
                digest(sha256, buffer, leaves, i * BYTES);
            }
        });
        return leaves;
    }

    private static byte[] parents(byte[] level) {
        int nodes = level.length / BYTES;
        var parents = new byte[(nodes + 1) / 2 * BYTES];
        parts(nodes / 2, (from, to) -> {
            MessageDigest sha256 = sha256();
            var buffer = new byte[1 + 2 * BYTES];
            buffer[0] = 1;
            for (int i = from; i < to; i++) {
                System.arraycopy(level, 2 * i * BYTES, buffer, 1, 2 * BYTES);
                digest(sha256, buffer, parents, i * BYTES);
            }
        });
        if (nodes % 2 == 1) {
            System.arraycopy(level, level.length - BYTES, parents, parents.length - BYTES, BYTES);
        }
        return parents;
    }

    /** Hashes from one index to another. */
    @FunctionalInterface
    private interface Part {
        void hash(int from, int to);
    }

    /** On all cores, as the log hashes too. */
    private static void parts(int count, Part part) {
        int parts = (count + PART - 1) / PART;
        IntStream indexes = IntStream.range(0, parts);
        (parts > 1 ? indexes.parallel() : indexes).forEach(i -> part.hash(i * PART, Math.min((i + 1) * PART, count)));
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
