package org.plumbline.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;

/** The index as it was at one refresh, and what is asked of it. */
final class Snapshot {
    /** Numbered pages end here; a cursor goes on. */
    static final int DEEPEST = 10_000;

    private static final int MOST_PLACES = 1_000;

    private final IndexSearcher searcher;

    Snapshot(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Answer search(SearchRequest request) throws IOException {
        return search(request, within(request.reach()));
    }

    Answer search(SearchRequest request, Set<UUID> among) throws IOException {
        List<BytesRef> keys = among.stream().map(Columns::bytes).toList();
        return search(
                request,
                new BooleanQuery.Builder()
                        .add(within(request.reach()), Occur.FILTER)
                        .add(new TermInSetQuery(Columns.KEY, keys), Occur.FILTER)
                        .build());
    }

    Set<UUID> keys(SearchRequest request) throws IOException {
        try {
            return searcher.search(everything(request), new Keys());
        } catch (Unreadable e) {
            return Set.of();
        }
    }

    int count(SearchRequest request) throws IOException {
        try {
            return searcher.count(everything(request));
        } catch (Unreadable e) {
            return 0;
        }
    }

    private static Query everything(SearchRequest request) {
        Query within = within(within(request.reach()), Compiled.of(QueryReader.read(request.query())));
        return narrowed(within, request.selected());
    }

    private Answer search(SearchRequest request, Query reachable) throws IOException {
        Query asked;
        Optional<FieldDoc> after;
        try {
            asked = Compiled.of(QueryReader.read(request.query()));
            after = after(request);
        } catch (Unreadable e) {
            return new Answer.Misread(e.problem());
        }
        Query within = within(reachable, asked);
        int offset = request.part() instanceof SearchRequest.Part.From from ? from.offset() : 0;
        int size = request.part().size();
        var top = new TopFieldCollectorManager(
                Cursor.sort(request.order()), offset + size + 1, after.orElse(null), Integer.MAX_VALUE);
        Counted counted = counted(request, within, top);
        TopFieldDocs found = counted.found();
        List<ScoreDoc> shown = List.of(found.scoreDocs)
                .subList(Math.min(offset, found.scoreDocs.length), Math.min(offset + size, found.scoreDocs.length));
        Optional<String> next = found.scoreDocs.length > offset + size
                ? Optional.of(Cursor.after(request.order(), (FieldDoc) shown.getLast()))
                : Optional.empty();
        return new Answer.Found(found.totalHits.value(), hits(asked, shown), next, counted.facets());
    }

    Places matches(Reach reach, UUID key, String query) throws IOException {
        Query asked;
        try {
            asked = Compiled.of(QueryReader.read(query));
        } catch (Unreadable e) {
            return new Places.Misread(e.problem());
        }
        var one = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Columns.KEY, Columns.bytes(key))), Occur.FILTER)
                .add(new VisibleQuery(reach.labels()), Occur.FILTER);
        addCase(one, reach);
        TopDocs found = searcher.search(one.build(), 1);
        if (found.scoreDocs.length == 0) {
            return new Places.Located(List.of(), false);
        }
        int document = found.scoreDocs[0].doc;
        var reader = new HitReader(searcher, asked);
        Layout layout = reader.layout(document);
        List<Span> spans = reader.spans(document, MOST_PLACES);
        return new Places.Located(
                spans.stream()
                        .limit(MOST_PLACES)
                        .map(span ->
                                new Places.Place(span.start(), span.end(), Body.pageAt(layout.pages(), span.start())))
                        .toList(),
                spans.size() > MOST_PLACES);
    }

    List<String> suggest(Reach reach, String text, int limit) throws IOException {
        return new Completing(searcher, within(reach)).suggest(text, limit);
    }

    Optional<String> corrected(Reach reach, String query) throws IOException {
        try {
            QueryReader.read(query);
            Optional<String> other = Correcting.of(searcher, within(reach), query);
            return other.isPresent() && finds(reach, other.get()) ? other : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private boolean finds(Reach reach, String query) throws IOException {
        return searcher.search(within(within(reach), Compiled.of(QueryReader.read(query))), 1).scoreDocs.length > 0;
    }

    private static Optional<FieldDoc> after(SearchRequest request) {
        return switch (request.part()) {
            case SearchRequest.Part.From from -> {
                if (from.offset() > DEEPEST - from.size()) {
                    throw new Unreadable("search-page-too-deep", 0, Map.of("most", "" + DEEPEST));
                }
                yield Optional.empty();
            }
            case SearchRequest.Part.After place -> {
                Optional<FieldDoc> read = Cursor.read(request.order(), place.cursor());
                if (read.isEmpty()) {
                    throw new Unreadable("search-cursor-unreadable", 0);
                }
                yield read;
            }
        };
    }

    /** What was found and how often each value of a facet stands among it. */
    private record Counted(TopFieldDocs found, List<Facet> facets) {}

    /**
     * Facets are not narrowed by themselves, so a selection takes a second pass without it; otherwise one pass does,
     * and phrases are looked up once.
     */
    private Counted counted(SearchRequest request, Query within, TopFieldCollectorManager top) throws IOException {
        if (request.counts() == SearchRequest.Counts.NONE) {
            return new Counted(searcher.search(narrowed(within, request.selected()), top), List.of());
        }
        var facets = new FacetCounting(request);
        if (!request.selected().isEmpty()) {
            return new Counted(
                    searcher.search(narrowed(within, request.selected()), top),
                    searcher.search(within, facets).facets());
        }
        Object[] both = searcher.search(within, new MultiCollectorManager(top, facets));
        return new Counted((TopFieldDocs) both[0], ((FacetCounting.Counts) both[1]).facets());
    }

    private List<Hit> hits(Query asked, List<ScoreDoc> shown) throws IOException {
        var reader = new HitReader(searcher, asked);
        var hits = new ArrayList<Hit>();
        for (ScoreDoc hit : shown) {
            hits.add(reader.read(hit.doc));
        }
        return hits;
    }

    private static Query narrowed(Query within, Map<FacetName, ? extends Set<String>> selected) {
        if (selected.isEmpty()) {
            return within;
        }
        var query = new BooleanQuery.Builder().add(within, Occur.MUST);
        selected.forEach((facet, values) -> query.add(
                new TermInSetQuery(
                        facet.column(), values.stream().map(BytesRef::new).toList()),
                Occur.FILTER));
        return query.build();
    }

    private static Query within(Query reachable, Query asked) {
        return new BooleanQuery.Builder()
                .add(asked, Occur.MUST)
                .add(reachable, Occur.FILTER)
                .build();
    }

    private static Query within(Reach reach) {
        var query = new BooleanQuery.Builder().add(new VisibleQuery(reach.labels()), Occur.FILTER);
        addCase(query, reach);
        return query.build();
    }

    private static void addCase(BooleanQuery.Builder query, Reach reach) {
        reach.caseId()
                .ifPresent(id ->
                        query.add(new TermQuery(new Term(Columns.CASE, Columns.bytes(id.value()))), Occur.FILTER));
    }
}
