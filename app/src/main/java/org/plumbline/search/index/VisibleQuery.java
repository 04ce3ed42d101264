package org.plumbline.search.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Matches documents whose label is visible, by a test of one bit per document that the other clauses leave. */
final class VisibleQuery extends Query {
    private final VisibleLabels labels;

    VisibleQuery(VisibleLabels labels) {
        this.labels = labels;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                NumericDocValues values = DocValues.getNumeric(context.reader(), Columns.LABEL);
                int documents = context.reader().maxDoc();
                return new ConstantScoreScorerSupplier(score(), mode, documents) {
                    @Override
                    public DocIdSetIterator iterator(long leadCost) {
                        return TwoPhaseIterator.asDocIdSetIterator(test(values));
                    }

                    @Override
                    public long cost() {
                        return documents;
                    }
                };
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return true;
            }
        };
    }

    private TwoPhaseIterator test(NumericDocValues values) {
        return new TwoPhaseIterator(values) {
            @Override
            public boolean matches() throws IOException {
                return labels.sees(values.longValue());
            }

            @Override
            public float matchCost() {
                return 3;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "visible(" + labels + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && labels.equals(((VisibleQuery) other).labels);
    }

    @Override
    public int hashCode() {
        return classHash() ^ labels.hashCode();
    }
}
