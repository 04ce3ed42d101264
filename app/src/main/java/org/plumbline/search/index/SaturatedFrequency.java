package org.plumbline.search.index;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Weighs a match by how often it occurs in its own document, less and less for each further time, and by nothing else:
 * no rarity, no average length, no count of anything over the collection, since those would tell of documents that the
 * reader may not see.
 */
final class SaturatedFrequency extends Similarity {
    /** Half of the full weight is reached at this many occurrences; the k1 usual for BM25. */
    private static final float HALF_AT = 1.2f;

    /**
     * Weights are whole multiples of 1/64. Up to 65,536 of them in sum a float holds them exactly, so that the order in
     * which clauses are summed, which does depend on the collection, can't change a result.
     */
    private static final float STEPS = 64;

    @Override
    public SimScorer scorer(float boost, CollectionStatistics unused, TermStatistics... unusedToo) {
        return new SimScorer() {
            @Override
            public float score(float frequency, long norm) {
                return Math.max(1, Math.round(STEPS * boost * frequency / (frequency + HALF_AT))) / STEPS;
            }
        };
    }
}
