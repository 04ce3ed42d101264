package org.plumbline.search.index;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/** Completes beginnings from the titles, names and participants of documents within reach. */
final class Completing {
    private static final int LONGEST = 100;

    private final IndexSearcher searcher;
    private final Query within;

    Completing(IndexSearcher searcher, Query within) {
        this.searcher = searcher;
        this.within = within;
    }

    List<String> suggest(String text, int limit) throws IOException {
        String folded = text.length() > LONGEST ? "" : Completions.fold(text);
        IndexReader reader = searcher.getIndexReader();
        Optional<Terms> terms = Optional.ofNullable(MultiTerms.getTerms(reader, Columns.COMPLETION));
        if (folded.isEmpty() || terms.isEmpty()) {
            return List.of();
        }
        FixedBitSet visible = visible(reader);
        var found = new LinkedHashSet<String>();
        BytesRef prefix = new BytesRef(folded);
        TermsEnum each = terms.get().iterator();
        PostingsEnum documents = null;
        boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        while (more && found.size() < limit && StringHelper.startsWith(each.term(), prefix)) {
            documents = each.postings(documents, PostingsEnum.NONE);
            if (anyIn(visible, documents)) {
                found.add(Completions.written(each.term().utf8ToString()));
            }
            more = each.next() != null;
        }
        return List.copyOf(found);
    }

    private static boolean anyIn(FixedBitSet visible, DocIdSetIterator documents) throws IOException {
        for (int i = documents.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = documents.nextDoc()) {
            if (visible.get(i)) {
                return true;
            }
        }
        return false;
    }

    private FixedBitSet visible(IndexReader reader) throws IOException {
        var visible = new FixedBitSet(reader.maxDoc());
        searcher.search(within, new Marking(visible));
        return visible;
    }

    /** Notes which documents match; deleted ones don't. */
    private record Marking(FixedBitSet found)
            implements org.apache.lucene.search.CollectorManager<SimpleCollector, FixedBitSet> {
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
