package org.plumbline.engine.log.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** Makes roots and proofs of every size up to that of the nodes. One thread at a time. */
public final class ProofMaker {
    private final Nodes nodes;
    private final TreeHasher hasher = new TreeHasher();

    /** Makes them out of these nodes. */
    public ProofMaker(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root over the leaves from start to before end (MTH of RFC 6962), where start lies on a subtree's edge. */
    public Hash root(long start, long end) throws IOException, Refused {
        Hash root = null;
        long at = start;
        var complete = new ArrayList<Hash>();
        while (at < end) {
            // The largest complete node that begins here and fits: complete ones only grow smaller to the right.
            int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - at);
            complete.add(nodes.node(level, at >> level));
            at += 1L << level;
        }
        for (Hash node : complete.reversed()) {
            root = root == null ? node : hasher.node(node, root);
        }
        return root == null ? Hash.EMPTY_TREE : root;
    }

    /** That a leaf stands in the tree of a size. */
    public InclusionProof inclusion(long index, long size) throws IOException, Refused {
        return new InclusionProof(
                index, size, subtreeInclusion(index, Subtree.whole(size)).path());
    }

    /** That a leaf stands in a subtree. */
    public SubtreeInclusionProof subtreeInclusion(long index, Subtree subtree) throws IOException, Refused {
        if (index < subtree.start() || index >= subtree.end()) {
            throw new Refused(Fault.INDEX_OUTSIDE_TREE, index + " of " + subtree);
        }
        var path = new ArrayList<Hash>();
        collect(new Subtree(index, index + 1), subtree.start(), subtree.end(), path);
        return new SubtreeInclusionProof(index, subtree, path);
    }

    /** That the tree of a size begins with the tree of a smaller one. */
    public ConsistencyProof consistency(long oldSize, long newSize) throws IOException, Refused {
        if (oldSize > newSize) {
            throw new Refused(Fault.FIRST_TREE_LARGER, oldSize + " > " + newSize);
        }
        return new ConsistencyProof(
                oldSize,
                newSize,
                subtreeConsistency(Subtree.whole(oldSize), newSize).path());
    }

    /** That the tree of a size holds a subtree. */
    public SubtreeConsistencyProof subtreeConsistency(Subtree subtree, long size) throws IOException, Refused {
        if (subtree.end() > size) {
            throw new Refused(Fault.SUBTREE_OUTSIDE_TREE, subtree.end() + " > " + size);
        }
        var path = new ArrayList<Hash>();
        if (subtree.size() > 0) {
            collect(subtree, 0, size, path);
        }
        return new SubtreeConsistencyProof(subtree, size, path);
    }

    /**
     * Walks down from the whole to the part, then writes on the way up what the verifier lacks (SUBTREE_PROOF of
     * draft-ietf-plants-merkle-tree-certs, section 4.4.1). A part of one leaf gives the path of an inclusion proof.
     */
    private void collect(Subtree part, long start, long end, List<Hash> path) throws IOException, Refused {
        long from = part.start();
        long low = start;
        long high = end;
        var beside = new ArrayList<Subtree>();
        while (from != low || part.end() != high) {
            long middle = low + Long.highestOneBit(high - low - 1);
            if (part.end() <= middle) {
                beside.add(new Subtree(middle, high));
                high = middle;
            } else {
                // Invariant: a part that straddles the middle begins at low, and goes on within the right half.
                beside.add(new Subtree(low, middle));
                low = middle;
                from = Math.max(from, middle);
            }
        }
        if (from != part.start()) {
            path.add(root(low, high));
        }
        for (Subtree sibling : beside.reversed()) {
            path.add(root(sibling.start(), sibling.end()));
        }
    }
}
