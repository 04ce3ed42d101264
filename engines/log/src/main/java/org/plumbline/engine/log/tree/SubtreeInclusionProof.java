package org.plumbline.engine.log.tree;

import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * That a leaf stands at an index of a subtree (draft-ietf-plants-merkle-tree-certs, section 4.3; for a whole tree this
 * is RFC 9162 section 2.1.3).
 *
 * @param index counted from the start of the whole tree
 * @param path from the leaf's sibling up to the subtree root's child
 */
public record SubtreeInclusionProof(long index, Subtree subtree, List<Hash> path) {
    public SubtreeInclusionProof {
        path = List.copyOf(path);
    }

    /** Refuses unless the path leads from the leaf's hash to this root of the subtree. */
    public void verify(Hash leaf, Hash root) throws Refused {
        if (!root(leaf).equals(root)) {
            throw new Refused(Fault.ROOT_MISMATCH, "the path from leaf " + index + " leads elsewhere");
        }
    }

    /** The root of the subtree to which the path leads. */
    public Hash root(Hash leaf) throws Refused {
        if (index < subtree.start() || index >= subtree.end()) {
            throw new Refused(
                    Fault.INDEX_OUTSIDE_TREE,
                    index + " is not from " + subtree.start() + " to before " + subtree.end());
        }
        var hasher = new TreeHasher();
        long node = index - subtree.start();
        long last = subtree.size() - 1;
        Hash root = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                throw new Refused(Fault.PROOF_TOO_LONG, path.size() + " hashes");
            }
            if ((node & 1) == 1 || node == last) {
                root = hasher.node(sibling, root);
                // The last node of a level has no sibling until it is a right child.
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                root = hasher.node(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Refused(Fault.PROOF_TOO_SHORT, path.size() + " hashes");
        }
        return root;
    }
}
