package org.plumbline.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene as one would use it by itself: the same words, the same fields and the same Lucene queries, ranked by its own
 * BM25, without labels, facets, completions, orders or cursors.
 */
public final class RawLucene implements AutoCloseable {
    private static final int SHOWN = 20;

    private final Directory directory;
    private final IndexWriter writer;
    private DirectoryReader reader;
    private IndexSearcher searcher;

    /** An empty one in a folder. */
    public RawLucene(Path folder) {
        try {
            directory = FSDirectory.open(folder);
            writer = new IndexWriter(directory, new IndexWriterConfig(Words.ofTexts()).setRAMBufferSizeMB(64));
            reader = DirectoryReader.open(writer);
            searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Opening " + folder, e);
        }
    }

    /** Puts documents in, commits, and lets searches see them. */
    public void putAll(List<Indexed> documents) {
        try {
            for (Indexed document : documents) {
                writer.addDocument(entry(document));
            }
            writer.commit();
            reader.close();
            reader = DirectoryReader.open(writer);
            searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
        } catch (IOException e) {
            throw new UncheckedIOException("Putting documents", e);
        }
    }

    /**
     * The best, read and with passages where asked.
     *
     * @param passages whether the bodies are read and the best passages marked
     * @return how many match, exactly
     */
    public long find(String words, boolean passages) {
        Query query = query(words);
        try {
            TopDocs found = searcher.search(query, new TopScoreDocCollectorManager(SHOWN, Integer.MAX_VALUE));
            for (ScoreDoc hit : found.scoreDocs) {
                if (searcher.storedFields()
                        .document(hit.doc, Set.of("title"))
                        .getFields()
                        .isEmpty()) {
                    throw new IllegalStateException("A document has no title");
                }
            }
            if (passages) {
                UnifiedHighlighter.builder(searcher, Words.ofTexts())
                        .build()
                        .highlightFields(new String[] {"title", "body"}, query, found, new int[] {1, 3});
            }
            return found.totalHits.value();
        } catch (IOException e) {
            throw new UncheckedIOException("Searching", e);
        }
    }

    /** The keys of every document that matches and has one of the labels. */
    public Set<UUID> keys(String words, VisibleLabels labels) {
        try {
            var query = new BooleanQuery.Builder()
                    .add(query(words), Occur.MUST)
                    .add(new VisibleQuery(labels), Occur.FILTER)
                    .build();
            var keys = new HashSet<UUID>();
            for (ScoreDoc hit : searcher.search(query, Math.max(1, reader.maxDoc())).scoreDocs) {
                keys.add(Columns.uuid(searcher.storedFields()
                        .document(hit.doc, Set.of(Columns.KEY))
                        .getBinaryValue(Columns.KEY)
                        .bytes));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("Searching", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing", e);
        }
    }

    private static Query query(String words) {
        return Compiled.of(QueryReader.read(words));
    }

    private static Document entry(Indexed indexed) {
        var document = new Document();
        document.add(new StringField(Columns.KEY, Columns.bytes(indexed.key()), Field.Store.YES));
        document.add(new NumericDocValuesField(Columns.LABEL, indexed.label().value()));
        Attributes attributes = indexed.attributes();
        Set<Stem> languages = Stem.of(attributes.language());
        attributes.date().ifPresent(day -> document.add(new LongPoint(Columns.DAY, day.toEpochDay())));
        add(document, languages, SearchField.TITLE, List.of(indexed.title()));
        add(document, languages, SearchField.FROM, attributes.from());
        add(document, languages, SearchField.TO, attributes.to());
        add(document, languages, SearchField.AUTHOR, attributes.authors());
        add(document, languages, SearchField.NAME, List.of(attributes.name()));
        add(document, languages, SearchField.SOURCE, List.of(attributes.source()));
        add(document, languages, SearchField.TEXT, attributes.extra());
        add(document, languages, SearchField.TYPE, List.of(attributes.typeGroup(), attributes.mediaType()));
        add(document, languages, SearchField.LANGUAGE, List.of(attributes.language()));
        add(document, languages, SearchField.KIND, List.of(indexed.kind()));
        add(document, languages, SearchField.BODY, List.of(indexed.body().text()));
        return document;
    }

    private static void add(Document document, Set<Stem> languages, SearchField field, List<String> values) {
        for (String value : new ArrayList<>(values)) {
            if (!value.isEmpty()) {
                document.add(new WordField(field, value, Entry.STORED_TEXT, languages));
            }
        }
    }
}
