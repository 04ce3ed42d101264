package org.plumbline.engine.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tile.Frontier;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tile.TileReader;

class SeededProofsTest {
    private static final long ONE_TILE = 16_400;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void printTheSeed() {
        System.out.println("seeded proofs: -Dseed=" + seed);
    }

    @Test
    void everyProofOfASmallTreeIsTheOneOfTheRfcAndVerifies() throws Exception {
        List<byte[]> entries = NaiveTree.entries(random, 40);
        for (int size = 1; size <= entries.size(); size++) {
            var tree = new Grown(entries.subList(0, size), 1 + random.nextInt(9));
            for (int index = 0; index < size; index++) {
                tree.requireInclusion(index);
                tree.requireConsistency(index + 1);
            }
        }
    }

    @Test
    void proofsOfTreesOfThousandsAreThoseOfTheRfcAndVerify() throws Exception {
        for (int size : List.of(255, 256, 257, 511, 512, 1 + random.nextInt(3000), 1 + random.nextInt(6000))) {
            var tree = new Grown(NaiveTree.entries(random, size), 1 + random.nextInt(700));

            for (int i = 0; i < 4; i++) {
                tree.requireInclusion(random.nextInt(size));
                tree.requireConsistency(1 + random.nextInt(size));
            }
        }
    }

    @Test
    void everySubtreeOfASmallTreeIsProvenAndNothingElseIsOne() throws Exception {
        List<byte[]> entries = NaiveTree.entries(random, 33);
        var tree = new Grown(entries, 7);
        for (int start = 0; start <= entries.size(); start++) {
            for (int end = start; end <= entries.size(); end++) {
                int from = start;
                int to = end;
                if (!alignedByDefinition(start, end)) {
                    assertThat(Faults.of(() -> Subtree.of(from, to))).isEqualTo(Fault.SUBTREE_INVALID);
                    continue;
                }
                Subtree subtree = Subtree.of(start, end);
                Hash root = Hash.of(NaiveTree.root(entries.subList(start, end)));
                assertThat(tree.maker.root(start, end)).isEqualTo(root);
                tree.maker.subtreeConsistency(subtree, entries.size()).verify(root, tree.root);
                for (int index = start; index < end; index++) {
                    tree.maker.subtreeInclusion(index, subtree).verify(tree.leaf(index), root);
                }
            }
        }
    }

    @Test
    void everyFlippedBitOfAProofIsRefused() throws Exception {
        int size = 2 + random.nextInt(500);
        var tree = new Grown(NaiveTree.entries(random, size), 100);
        int index = random.nextInt(size);
        InclusionProof inclusion = tree.maker.inclusion(index, size);
        ConsistencyProof consistency = tree.maker.consistency(1 + random.nextInt(size - 1), size);
        Hash oldRoot = tree.maker.root(0, consistency.oldSize());

        for (int place = 0; place < inclusion.path().size(); place++) {
            for (int bit = 0; bit < 256; bit++) {
                List<Hash> path = flipped(inclusion.path(), place, bit);
                assertThat(Faults.of(() -> new InclusionProof(index, size, path).verify(tree.leaf(index), tree.root)))
                        .isEqualTo(Fault.ROOT_MISMATCH);
            }
        }
        for (int place = 0; place < consistency.path().size(); place++) {
            for (int bit = 0; bit < 256; bit++) {
                List<Hash> path = flipped(consistency.path(), place, bit);
                assertThat(Faults.of(() ->
                                new ConsistencyProof(consistency.oldSize(), size, path).verify(oldRoot, tree.root)))
                        .isIn(Fault.ROOT_MISMATCH, Fault.OLD_ROOT_MISMATCH);
            }
        }
    }

    @Test
    void proofWithAHashMoreOrLessOrAtAnotherPlaceIsRefused() throws Exception {
        for (int round = 0; round < 200; round++) {
            int size = 2 + random.nextInt(300);
            var tree = new Grown(NaiveTree.entries(random, size), 100);
            int index = random.nextInt(size);
            InclusionProof proof = tree.maker.inclusion(index, size);
            List<Hash> shorter = proof.path().subList(0, proof.path().size() - 1);
            var longer = new ArrayList<>(proof.path());
            longer.add(tree.root);
            int other = (index + 1 + random.nextInt(size - 1)) % size;

            assertThat(Faults.of(() -> new InclusionProof(index, size, shorter).verify(tree.leaf(index), tree.root)))
                    .isEqualTo(Fault.PROOF_TOO_SHORT);
            assertThat(Faults.of(() -> new InclusionProof(index, size, longer).verify(tree.leaf(index), tree.root)))
                    .isEqualTo(Fault.PROOF_TOO_LONG);
            assertThat(Faults.of(
                            () -> new InclusionProof(other, size, proof.path()).verify(tree.leaf(index), tree.root)))
                    .isIn(Fault.ROOT_MISMATCH, Fault.PROOF_TOO_SHORT, Fault.PROOF_TOO_LONG);
            assertThat(Faults.of(() -> tree.maker.inclusion(size, size))).isEqualTo(Fault.INDEX_OUTSIDE_TREE);
        }
    }

    private static boolean alignedByDefinition(long start, long end) {
        long ceiling = 1;
        while (ceiling < end - start) {
            ceiling *= 2;
        }
        return start % ceiling == 0;
    }

    private static List<Hash> flipped(List<Hash> path, int place, int bit) throws Refused {
        byte[] bytes = path.get(place).bytes();
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        var flipped = new ArrayList<>(path);
        flipped.set(place, Hash.of(bytes));
        return flipped;
    }

    /** A tree grown batch by batch into tiles in memory, read through a cache of a single tile. */
    private static final class Grown {
        final List<byte[]> entries;
        final Hash root;
        final ProofMaker maker;

        Grown(List<byte[]> entries, int batch) throws Exception {
            this.entries = entries;
            var tiles = new HashMap<TilePath, byte[]>();
            var reader = new TileReader(path -> Optional.ofNullable(tiles.get(path)), ONE_TILE);
            var hasher = new TreeHasher();
            Tree tree = Tree.EMPTY;
            for (int from = 0; from < entries.size(); from += batch) {
                List<byte[]> next = entries.subList(from, Math.min(from + batch, entries.size()));
                var leaves = new byte[next.size() * Hash.BYTES];
                for (int i = 0; i < next.size(); i++) {
                    hasher.leaf(next.get(i)).write(leaves, i * Hash.BYTES);
                }
                // Read anew each time: nothing but the tiles is carried over.
                Frontier.Grown grown = Frontier.read(tree.size(), reader).append(leaves);
                for (Tile tile : grown.tiles()) {
                    tiles.put(tile.path(), tile.bytes());
                }
                tree = grown.frontier().tree();
            }
            assertThat(tree.root()).isEqualTo(Hash.of(NaiveTree.root(entries)));
            this.root = tree.root();
            this.maker = new ProofMaker(reader.nodes(tree.size()));
        }

        Hash leaf(int index) {
            return new TreeHasher().leaf(entries.get(index));
        }

        void requireInclusion(int index) throws Exception {
            InclusionProof proof = maker.inclusion(index, entries.size());

            assertThat(proof.path()).isEqualTo(hashes(NaiveTree.path(index, entries)));
            proof.verify(leaf(index), root);
        }

        void requireConsistency(int oldSize) throws Exception {
            ConsistencyProof proof = maker.consistency(oldSize, entries.size());

            assertThat(proof.path()).isEqualTo(hashes(NaiveTree.proof(oldSize, entries)));
            proof.verify(Hash.of(NaiveTree.root(entries.subList(0, oldSize))), root);
        }

        private static List<Hash> hashes(List<byte[]> path) throws Refused {
            var hashes = new ArrayList<Hash>();
            for (byte[] each : path) {
                hashes.add(Hash.of(each));
            }
            return hashes;
        }
    }
}
