package org.plumbline.engine.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.refusal.Fault;

class ProofRefusalsTest {
    private static final Hash LEAF = new TreeHasher().leaf(new byte[] {1});
    private static final ProofMaker ONE_LEAF = new ProofMaker((level, index) -> LEAF);

    @Test
    void emptyOrLargerFirstTreeIsRefused() {
        assertThat(Faults.of(() -> new ConsistencyProof(0, 1, List.of()).verify(Hash.EMPTY_TREE, LEAF)))
                .isEqualTo(Fault.FIRST_TREE_EMPTY);
        assertThat(Faults.of(() -> new ConsistencyProof(0, 0, List.of()).verify(Hash.EMPTY_TREE, Hash.EMPTY_TREE)))
                .isEqualTo(Fault.FIRST_TREE_EMPTY);
        assertThat(Faults.of(() -> new ConsistencyProof(2, 1, List.of()).verify(LEAF, LEAF)))
                .isEqualTo(Fault.FIRST_TREE_LARGER);
        assertThat(Faults.of(() -> ONE_LEAF.consistency(2, 1))).isEqualTo(Fault.FIRST_TREE_LARGER);
    }

    @Test
    void subtreeBeyondTheTreeIsRefused() {
        Subtree two = Subtree.whole(2);

        assertThat(Faults.of(() -> ONE_LEAF.subtreeConsistency(two, 1))).isEqualTo(Fault.SUBTREE_OUTSIDE_TREE);
        assertThat(Faults.of(() -> new SubtreeConsistencyProof(two, 1, List.of()).verify(LEAF, LEAF)))
                .isEqualTo(Fault.SUBTREE_OUTSIDE_TREE);
    }

    @Test
    void emptySubtreeIsConsistentWithEveryTreeByNoHashAtAll() throws Exception {
        Subtree empty = Subtree.of(1, 1);

        new SubtreeConsistencyProof(empty, 2, List.of()).verify(Hash.EMPTY_TREE, LEAF);
        assertThat(Faults.of(() -> new SubtreeConsistencyProof(empty, 2, List.of(LEAF)).verify(Hash.EMPTY_TREE, LEAF)))
                .isEqualTo(Fault.PROOF_TOO_LONG);
        assertThat(Faults.of(() -> new SubtreeConsistencyProof(empty, 2, List.of()).verify(LEAF, LEAF)))
                .isEqualTo(Fault.OLD_ROOT_MISMATCH);
    }
}
