package org.plumbline.engine.log.tree;

import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** That a larger tree begins with all leaves of a smaller one (RFC 6962 section 2.1.2). */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Refuses unless the path leads to both roots. An empty older tree is refused: everything is consistent with it.
     */
    public void verify(Hash oldRoot, Hash newRoot) throws Refused {
        if (oldSize == 0) {
            throw new Refused(Fault.FIRST_TREE_EMPTY, "the older tree has no leaves");
        }
        if (oldSize > newSize) {
            throw new Refused(Fault.FIRST_TREE_LARGER, oldSize + " > " + newSize);
        }
        new SubtreeConsistencyProof(Subtree.whole(oldSize), newSize, path).verify(oldRoot, newRoot);
    }
}
