package org.plumbline.search.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** The documents within reach, one bit each, to hold the postings of words against. */
final class ReachableDocuments {
    private final FixedBitSet documents;

    private ReachableDocuments(FixedBitSet documents) {
        this.documents = documents;
    }

    static ReachableDocuments of(IndexSearcher searcher, Query within) throws IOException {
        var found = new FixedBitSet(searcher.getIndexReader().maxDoc());
        searcher.search(within, new Marking(found));
        return new ReachableDocuments(found);
    }

    /** How many of these postings are of documents within reach, counted up to a bound. */
    int count(PostingsEnum postings, int most) throws IOException {
        int count = 0;
        for (int i = postings.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS && count < most; i = postings.nextDoc()) {
            count += documents.get(i) ? 1 : 0;
        }
        return count;
    }

    /** Notes which documents match; deleted ones don't. */
    private record Marking(FixedBitSet found) implements CollectorManager<SimpleCollector, FixedBitSet> {
        @Override
        public SimpleCollector newCollector() {
            return new SimpleCollector() {
                private int base;

                @Override
                protected void doSetNextReader(LeafReaderContext context) {
                    base = context.docBase;
                }

                @Override
                public void collect(int document) {
                    found.set(base + document);
                }

                @Override
                public ScoreMode scoreMode() {
                    return ScoreMode.COMPLETE_NO_SCORES;
                }
            };
        }

        @Override
        public FixedBitSet reduce(java.util.Collection<SimpleCollector> collectors) {
            return found;
        }
    }
}
