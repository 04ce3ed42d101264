package org.plumbline.search.index;

import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.plumbline.kernel.CaseId;

/** One Lucene index in its folder: one writer, and searchers that follow it. */
final class Generation {
    private static final String SCHEMA = "schema";
    private static final String POSITION = "position";
    private static final String COMMITTED_AT = "committed-at";

    /** Raised with every change to {@link Entry} or {@link Words}. Words depend on the version of ICU as well. */
    static final String SCHEMA_NOW = "4/icu" + VersionInfo.ICU_VERSION;

    private static final int BUFFER_MB = 64;

    static {
        // One unnamed word is one clause in each field; the bound that people meet is in WordReader.
        IndexSearcher.setMaxClauseCount(1 << 16);
    }

    private final Path folder;
    private final Clock clock;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private Generation(Path folder, Clock clock, Directory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new Factory());
    }

    /** Opens the index in a folder, or makes an empty one, which is committed at once. */
    static Generation open(Path folder, Clock clock) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            boolean fresh = !DirectoryReader.indexExists(directory);
            var config = new IndexWriterConfig(Words.ofTexts())
                    .setSimilarity(new SaturatedFrequency())
                    .setRAMBufferSizeMB(BUFFER_MB)
                    // One deleted document is enough for a part to be written anew where that is asked for.
                    .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                    .setCommitOnClose(false);
            var generation = new Generation(folder, clock, directory, new IndexWriter(directory, config));
            if (fresh) {
                generation.commit("");
            }
            return generation;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Reads every byte of an index against its checksums.
     *
     * @return why it can't be used; empty when it can
     * @throws IOException when it is damaged
     */
    static Optional<Opening.NeedsRebuild> check(Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            String schema = reader.getIndexCommit().getUserData().getOrDefault(SCHEMA, "none");
            if (!schema.equals(SCHEMA_NOW)) {
                return Optional.of(new Opening.NeedsRebuild(
                        "index-other-version", "schema " + schema + " where " + SCHEMA_NOW + " is read"));
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader part) {
                    part.checkIntegrity();
                }
            }
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    void put(Indexed document) throws IOException {
        writer.updateDocument(term(Columns.KEY, document.key()), Entry.of(document));
    }

    void delete(UUID key) throws IOException {
        writer.deleteDocuments(term(Columns.KEY, key));
    }

    void deleteCase(CaseId caseId) throws IOException {
        writer.deleteDocuments(term(Columns.CASE, caseId.value()));
    }

    void writeAnew() throws IOException {
        writer.forceMergeDeletes(true);
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(String position) throws IOException {
        writer.setLiveCommitData(Map.of(
                        SCHEMA,
                        SCHEMA_NOW,
                        POSITION,
                        position,
                        COMMITTED_AT,
                        clock.instant().toString())
                .entrySet());
        writer.commit();
    }

    String position() {
        var data = new HashMap<String, String>();
        Optional.ofNullable(writer.getLiveCommitData())
                .ifPresent(entries -> entries.forEach(entry -> data.put(entry.getKey(), entry.getValue())));
        return data.getOrDefault(POSITION, "");
    }

    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** Closes; what wasn't committed is lost. */
    void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }

    private static Term term(String column, UUID id) {
        return new Term(column, Columns.bytes(id));
    }

    private static final class Factory extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @org.jspecify.annotations.Nullable IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new SaturatedFrequency());
            searcher.setQueryCache(null); // memory stays flat, and no answer's time tells of another's question
            return searcher;
        }
    }
}
