package org.plumbline.engine.log.tree;

import java.util.List;
import org.plumbline.engine.log.refusal.Refused;

/**
 * That a leaf stands at an index of a tree (RFC 6962 section 2.1.1).
 *
 * @param path from the leaf's sibling up to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Refuses unless the path leads from the leaf's hash to this root. */
    public void verify(Hash leaf, Hash root) throws Refused {
        new SubtreeInclusionProof(index, Subtree.whole(size), path).verify(leaf, root);
    }
}
