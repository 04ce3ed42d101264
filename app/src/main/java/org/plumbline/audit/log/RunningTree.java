package org.plumbline.audit.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;
import org.plumbline.engine.log.tree.TreeHasher;

/** The root over leaves that come one after the other (RFC 6962, section 2.1), from nothing but the leaves. */
final class RunningTree {
    private final TreeHasher hasher = new TreeHasher();

    /** Roots of the full subtrees, the smallest first. */
    private final Deque<Hash> peaks = new ArrayDeque<>();

    private long size;

    /** Adds an entry as it stands in the log. */
    void add(byte[] entry) {
        Hash root = hasher.leaf(entry);
        for (long full = size; (full & 1) == 1; full >>= 1) {
            root = hasher.node(peaks.pop(), root);
        }
        peaks.push(root);
        size++;
    }

    long size() {
        return size;
    }

    Tree tree() {
        if (size == 0) {
            return Tree.EMPTY;
        }
        Iterator<Hash> rest = peaks.iterator();
        Hash root = rest.next();
        while (rest.hasNext()) {
            root = hasher.node(rest.next(), root);
        }
        return new Tree(size, root);
    }
}
