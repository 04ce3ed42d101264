package org.plumbline.engine.log;

import java.io.IOException;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.ConsistencyProof;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.InclusionProof;
import org.plumbline.engine.log.tree.Nodes;
import org.plumbline.engine.log.tree.ProofMaker;
import org.plumbline.engine.log.tree.Subtree;
import org.plumbline.engine.log.tree.SubtreeConsistencyProof;
import org.plumbline.engine.log.tree.Tree;

/**
 * Proofs in one tree of a log. Each is verified against the tree's root before it is handed out: tiles that were
 * damaged or replaced lead to {@code TREE_DIFFERS}, never to a proof that fails elsewhere.
 */
public final class Proofs {
    private final Nodes nodes;
    private final Tree tree;

    Proofs(Nodes nodes, Tree tree) {
        this.nodes = nodes;
        this.tree = tree;
    }

    /** The tree they are made in. */
    public Tree tree() {
        return tree;
    }

    /** The hash of the leaf at an index. */
    public Hash leaf(long index) throws IOException, Refused {
        if (index < 0 || index >= tree.size()) {
            throw new Refused(Fault.INDEX_OUTSIDE_TREE, index + " of " + tree.size());
        }
        return nodes.node(0, index);
    }

    /** That the leaf at an index is in the tree. */
    public InclusionProof inclusion(long index) throws IOException, Refused {
        InclusionProof proof = maker().inclusion(index, tree.size());
        sound(() -> proof.verify(nodes.node(0, index), tree.root()));
        return proof;
    }

    /** That the tree begins with a smaller one; with the empty tree or itself by an empty path. */
    public ConsistencyProof consistency(long oldSize) throws IOException, Refused {
        ConsistencyProof proof = maker().consistency(oldSize, tree.size());
        if (oldSize > 0) {
            sound(() -> proof.verify(root(oldSize), tree.root()));
        }
        return proof;
    }

    /** That the tree holds a subtree. */
    public SubtreeConsistencyProof subtree(Subtree subtree) throws IOException, Refused {
        SubtreeConsistencyProof proof = maker().subtreeConsistency(subtree, tree.size());
        sound(() -> proof.verify(subtreeRoot(subtree), tree.root()));
        return proof;
    }

    /** The root over a subtree. */
    public Hash subtreeRoot(Subtree subtree) throws IOException, Refused {
        if (subtree.end() > tree.size()) {
            throw new Refused(Fault.SUBTREE_OUTSIDE_TREE, subtree.end() + " > " + tree.size());
        }
        return maker().root(subtree.start(), subtree.end());
    }

    /** The root that the tree had at a smaller size. */
    public Hash root(long size) throws IOException, Refused {
        if (size > tree.size()) {
            throw new Refused(Fault.TREE_AHEAD, size + " > " + tree.size());
        }
        return maker().root(0, size);
    }

    /** A verification of our own proof. */
    @FunctionalInterface
    private interface Check {
        void run() throws IOException, Refused;
    }

    private void sound(Check check) throws IOException, Refused {
        try {
            check.run();
        } catch (Refused e) {
            throw new Refused(Fault.TREE_DIFFERS, "at size " + tree.size() + ": " + e.getMessage());
        }
    }

    private ProofMaker maker() {
        return new ProofMaker(nodes);
    }
}
