package org.plumbline.search.index;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
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
        ReachableDocuments visible = ReachableDocuments.of(searcher, within);
        var found = new LinkedHashSet<String>();
        BytesRef prefix = new BytesRef(folded);
        TermsEnum each = terms.get().iterator();
        PostingsEnum documents = null;
        boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        while (more && found.size() < limit && StringHelper.startsWith(each.term(), prefix)) {
            documents = each.postings(documents, PostingsEnum.NONE);
            if (visible.count(documents, 1) > 0) {
                found.add(Completions.written(each.term().utf8ToString()));
            }
            more = each.next() != null;
        }
        return List.copyOf(found);
    }
}
