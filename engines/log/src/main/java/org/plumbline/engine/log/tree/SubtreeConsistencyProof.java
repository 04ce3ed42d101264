package org.plumbline.engine.log.tree;

import java.util.Iterator;
import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * That a tree holds exactly the leaves of a subtree at their places (draft-ietf-plants-merkle-tree-certs, section 4.4;
 * from leaf 0 this is RFC 9162 section 2.1.4).
 *
 * @param size leaves of the tree
 */
public record SubtreeConsistencyProof(Subtree subtree, long size, List<Hash> path) {
    public SubtreeConsistencyProof {
        path = List.copyOf(path);
    }

    /** Refuses unless the path leads to both roots; the empty subtree is consistent with every tree. */
    public void verify(Hash subtreeRoot, Hash treeRoot) throws Refused {
        if (subtree.end() > size) {
            throw new Refused(Fault.SUBTREE_OUTSIDE_TREE, subtree.end() + " > " + size);
        }
        if (subtree.size() == 0) {
            verifyEmpty(subtreeRoot);
            return;
        }
        long first = subtree.start();
        long last = subtree.end() - 1;
        long end = size - 1;
        // Up to the lowest node from which both roots can be rebuilt.
        int up = Math.min(
                last == end ? Long.SIZE : Long.numberOfTrailingZeros(~last),
                Long.SIZE - Long.numberOfLeadingZeros(first ^ last));
        verifyFrom(new Place(first >> up, last >> up, end >> up), subtreeRoot, treeRoot);
    }

    /** First and last node of the subtree and last node of the tree, on one level. */
    private record Place(long first, long last, long end) {
        Place up(int levels) {
            return new Place(first >> levels, last >> levels, end >> levels);
        }
    }

    private void verifyFrom(Place start, Hash subtreeRoot, Hash treeRoot) throws Refused {
        Iterator<Hash> rest = path.iterator();
        Place at = start;
        Hash older = subtreeRoot;
        if (at.first() != at.last()) {
            older = next(rest);
        }
        Hash newer = older;
        var hasher = new TreeHasher();
        while (at.end() != 0) {
            Hash sibling = next(rest);
            if ((at.last() & 1) == 1 || at.last() == at.end()) {
                older = at.first() < at.last() ? hasher.node(sibling, older) : older;
                newer = hasher.node(sibling, newer);
                at = at.up(Long.numberOfTrailingZeros(at.last()));
            } else {
                newer = hasher.node(newer, sibling);
            }
            at = at.up(1);
        }
        if (rest.hasNext()) {
            throw new Refused(Fault.PROOF_TOO_LONG, path.size() + " hashes");
        }
        compare(older, subtreeRoot, Fault.OLD_ROOT_MISMATCH);
        compare(newer, treeRoot, Fault.ROOT_MISMATCH);
    }

    private void verifyEmpty(Hash subtreeRoot) throws Refused {
        if (!path.isEmpty()) {
            throw new Refused(Fault.PROOF_TOO_LONG, "an empty subtree needs no hash");
        }
        compare(Hash.EMPTY_TREE, subtreeRoot, Fault.OLD_ROOT_MISMATCH);
    }

    private Hash next(Iterator<Hash> rest) throws Refused {
        if (!rest.hasNext()) {
            throw new Refused(Fault.PROOF_TOO_SHORT, path.size() + " hashes");
        }
        return rest.next();
    }

    private static void compare(Hash led, Hash given, Fault fault) throws Refused {
        if (!led.equals(given)) {
            throw new Refused(fault, "the path leads to another root");
        }
    }
}
