package org.plumbline.search.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;

/** Makes hits of documents found: reads what is stored, and marks where the query matched. */
final class HitReader {
    private static final int MOST_OTHERS = 2;
    private static final int MOST_SPANS = 400;
    private static final List<SearchField> SHOWN =
            List.of(SearchField.FROM, SearchField.TO, SearchField.AUTHOR, SearchField.NAME, SearchField.TEXT);

    private final IndexSearcher searcher;
    private final Weight weight;
    private final StoredFields stored;

    HitReader(IndexSearcher searcher, Query query) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        this.stored = searcher.storedFields();
    }

    Hit read(int document) throws IOException {
        Matches matches = matches(document);
        List<Span> inBody = Span.in(matches, SearchField.BODY, MOST_SPANS);
        Stored stored = read(document, Stored.around(inBody));
        Layout layout = stored.layout();
        var snippets = new ArrayList<>(stored.snippets());
        snippets.addAll(others(stored, matches));
        String title = stored.text(SearchField.TITLE);
        return new Hit(
                Columns.uuid(stored.bytes(Columns.KEY).orElseThrow()),
                stored.value(FacetName.KIND),
                new LabelId(Math.toIntExact(stored.number(Columns.LABEL).orElseThrow())),
                stored.bytes(Columns.CASE).map(Columns::uuid).map(CaseId::new),
                Runs.of(title, 0, title.length(), 0, Span.in(matches, SearchField.TITLE, MOST_SPANS)),
                snippets,
                inBody.isEmpty()
                        ? OptionalInt.empty()
                        : Body.pageAt(layout.pages(), inBody.getFirst().start()),
                matched(matches),
                stored.number(Columns.DAY).map(LocalDate::ofEpochDay),
                stored.value(FacetName.TYPE),
                stored.value(FacetName.LANGUAGE),
                stored.value(FacetName.SOURCE),
                stored.text(SearchField.NAME));
    }

    /**
     * Where the query matches in a document's body, at most so many places, and one more to tell that there are more.
     */
    List<Span> spans(int document, int most) throws IOException {
        return Span.in(matches(document), SearchField.BODY, most + 1);
    }

    Layout layout(int document) throws IOException {
        return read(document, Stored.bodiless()).layout();
    }

    private Stored read(int document, Stored visitor) throws IOException {
        stored.document(document, visitor);
        return visitor;
    }

    private Matches matches(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return Optional.ofNullable(weight.matches(leaf, document - leaf.docBase))
                .orElse(MatchesUtils.MATCH_WITH_NO_TERMS);
    }

    private static List<Hit.Snippet> others(Stored stored, Matches matches) throws IOException {
        var snippets = new ArrayList<Hit.Snippet>();
        for (SearchField field : SHOWN) {
            List<Span> spans = Span.in(matches, field, MOST_SPANS);
            if (!spans.isEmpty() && snippets.size() < MOST_OTHERS) {
                String text = stored.text(field);
                Passage passage = Passage.best(spans, text.length(), 1).getFirst();
                snippets.add(passage.snippet(field, text.substring(passage.start(), passage.end()), text.length()));
            }
        }
        return snippets;
    }

    private static List<SearchField> matched(Matches matches) {
        var names = new ArrayList<String>();
        matches.forEach(names::add);
        return Arrays.stream(SearchField.values())
                .filter(field -> names.contains(field.word()))
                .toList();
    }
}
