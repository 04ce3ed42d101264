package org.plumbline.engine.log.tree;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** RFC 6962 section 2.1 word for word, without any of our code: slow, and right by reading. */
public final class NaiveTree {
    private NaiveTree() {}

    /** Entries of a tree. */
    public static List<byte[]> entries(Random random, int size) {
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            var entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return entries;
    }

    /** MTH. */
    public static byte[] root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return sha256();
        }
        if (entries.size() == 1) {
            return sha256(new byte[] {0}, entries.getFirst());
        }
        int k = split(entries.size());
        return sha256(new byte[] {1}, root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
    }

    /** PATH. */
    public static List<byte[]> path(int m, List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        var path = new ArrayList<byte[]>();
        if (m < k) {
            path.addAll(path(m, entries.subList(0, k)));
            path.add(root(entries.subList(k, n)));
        } else {
            path.addAll(path(m - k, entries.subList(k, n)));
            path.add(root(entries.subList(0, k)));
        }
        return path;
    }

    /** PROOF. */
    public static List<byte[]> proof(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> entries, boolean known) {
        int n = entries.size();
        if (m == n) {
            return known ? List.of() : List.of(root(entries));
        }
        int k = split(n);
        var path = new ArrayList<byte[]>();
        if (m <= k) {
            path.addAll(subproof(m, entries.subList(0, k), known));
            path.add(root(entries.subList(k, n)));
        } else {
            path.addAll(subproof(m - k, entries.subList(k, n), false));
            path.add(root(entries.subList(0, k)));
        }
        return path;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
