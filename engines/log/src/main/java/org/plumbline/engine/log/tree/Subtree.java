package org.plumbline.engine.log.tree;

import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * The leaves from {@code start} to before {@code end}, which stay one subtree whatever is appended: the start is a
 * multiple of the width rounded up to a power of two (draft-ietf-plants-merkle-tree-certs, section 4.1).
 */
public record Subtree(long start, long end) {
    public Subtree {
        if (!isOne(start, end)) {
            throw new IllegalArgumentException("No subtree: " + start + " to " + end);
        }
    }

    /** The subtree with these ends. */
    public static Subtree of(long start, long end) throws Refused {
        if (!isOne(start, end)) {
            throw new Refused(Fault.SUBTREE_INVALID, start + " to " + end);
        }
        return new Subtree(start, end);
    }

    /** A whole tree. */
    public static Subtree whole(long size) {
        return new Subtree(0, size);
    }

    /** How many leaves. */
    public long size() {
        return end - start;
    }

    private static boolean isOne(long start, long end) {
        if (start < 0 || end < start) {
            return false;
        }
        long width = end - start;
        if (start == 0 || width <= 1) {
            return true;
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(width - 1);
        return bits < Long.SIZE - 1 && (start & ((1L << bits) - 1)) == 0;
    }
}
