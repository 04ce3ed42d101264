package org.plumbline.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Version;
import org.plumbline.kernel.CaseId;

/** The index in the data folder: Lucene in this process, one writer, rebuilt from the records at any time. */
public final class EmbeddedIndex implements SearchIndex {
    private final Folder folder;
    private final Clock clock;
    private final org.apache.lucene.store.Lock owned;

    /** Held shared to use a generation, alone to change which one is in use. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private Generation current;
    private Optional<Refill> refill = Optional.empty();
    private boolean closed;

    private EmbeddedIndex(Folder folder, Clock clock, org.apache.lucene.store.Lock owned, Generation current) {
        this.folder = folder;
        this.clock = clock;
        this.owned = owned;
        this.current = current;
    }

    /**
     * Opens the index in a folder; an absent or empty folder becomes an empty index. Every byte is read against its
     * checksum first, so the time grows with the index (docs/design/search.md has figures).
     */
    public static Opening open(Path path, Clock clock) {
        return locked(path, owned -> {
            var folder = new Folder(path);
            Optional<Path> current = folder.current();
            if (current.isEmpty() && folder.generations().isEmpty()) {
                return new Opening.Ready(fresh(folder, clock, owned));
            }
            if (current.isEmpty() || !Files.isDirectory(current.get())) {
                return new Opening.NeedsRebuild("index-incomplete", "no generation is named as the current one");
            }
            return checked(folder, current.get(), clock, owned);
        });
    }

    /** The version of Lucene that reads and writes it. */
    public static String luceneVersion() {
        return Version.LATEST.toString();
    }

    /** Name of the form that this version writes; an index of another form is filled anew. */
    public static String schema() {
        return Generation.SCHEMA_NOW;
    }

    /** Drops whatever is in the folder for an empty index, to be filled again from the records. */
    public static Opening openEmpty(Path path, Clock clock) {
        return locked(path, owned -> new Opening.Ready(fresh(new Folder(path), clock, owned)));
    }

    private static Opening checked(Folder folder, Path current, Clock clock, org.apache.lucene.store.Lock owned) {
        try {
            Optional<Opening.NeedsRebuild> unfit = Generation.check(current);
            if (unfit.isPresent()) {
                return unfit.get();
            }
            var index = new EmbeddedIndex(folder, clock, owned, Generation.open(current, clock));
            folder.keepOnly(current);
            return new Opening.Ready(index);
        } catch (IOException | RuntimeException e) {
            // damaged bytes surface as many kinds of exception; whichever it is, the records can fill it anew
            return new Opening.NeedsRebuild("index-damaged", String.valueOf(e));
        }
    }

    private static EmbeddedIndex fresh(Folder folder, Clock clock, org.apache.lucene.store.Lock owned)
            throws IOException {
        Path path = folder.next();
        Generation generation = Generation.open(path, clock);
        folder.use(path);
        folder.keepOnly(path);
        return new EmbeddedIndex(folder, clock, owned, generation);
    }

    private interface Start {
        Opening with(org.apache.lucene.store.Lock owned) throws IOException;
    }

    private static Opening locked(Path path, Start start) {
        try {
            Files.createDirectories(path);
            org.apache.lucene.store.Lock owned;
            try (FSDirectory directory = FSDirectory.open(path)) {
                owned = directory.obtainLock("owner.lock");
            } catch (LockObtainFailedException e) {
                return new Opening.InUse();
            }
            Opening opening = start.with(owned);
            if (!(opening instanceof Opening.Ready)) {
                owned.close();
            }
            return opening;
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the search index in " + path, e);
        }
    }

    @Override
    public void put(Indexed document) {
        change("Putting a document", generation -> {
            generation.put(document);
            if (refill.isPresent()) {
                refill.get().alsoPut(document);
            }
        });
    }

    @Override
    public void delete(UUID key) {
        change("Deleting a document", generation -> {
            generation.delete(key);
            if (refill.isPresent()) {
                refill.get().alsoDelete(key);
            }
        });
    }

    @Override
    public void writeAnew() {
        change("Writing parts anew", Generation::writeAnew);
    }

    @Override
    public void deleteCase(CaseId caseId) {
        change("Deleting a case", generation -> {
            generation.deleteCase(caseId);
            if (refill.isPresent()) {
                refill.get().alsoDeleteCase(caseId);
            }
        });
    }

    @Override
    public void refresh() {
        change("Refreshing", Generation::refresh);
    }

    @Override
    public void commit(String position) {
        change("Committing", generation -> generation.commit(position));
    }

    @Override
    public String position() {
        return read("Reading the position", Generation::position);
    }

    @Override
    public Answer search(SearchRequest request) {
        return ask("Searching", snapshot -> snapshot.search(request));
    }

    @Override
    public Answer search(SearchRequest request, Set<UUID> among) {
        return ask("Searching among documents", snapshot -> snapshot.search(request, among));
    }

    @Override
    public Set<UUID> keys(SearchRequest request) {
        return ask("Finding keys", snapshot -> snapshot.keys(request));
    }

    @Override
    public int count(SearchRequest request) {
        return ask("Counting", snapshot -> snapshot.count(request));
    }

    @Override
    public Places matches(Reach reach, UUID key, String query) {
        return ask("Locating matches", snapshot -> snapshot.matches(reach, key, query));
    }

    @Override
    public List<String> suggest(Reach reach, String text, int limit) {
        if (limit < 1 || limit > 50) {
            throw new IllegalArgumentException("1 to 50 suggestions can be asked for, not " + limit);
        }
        return ask("Suggesting", snapshot -> snapshot.suggest(reach, text, limit));
    }

    @Override
    public Optional<String> corrected(Reach reach, String query) {
        return ask("Correcting", snapshot -> snapshot.corrected(reach, query));
    }

    @Override
    public Rebuild rebuild() {
        return alone("Starting a rebuild", () -> {
            if (refill.isPresent()) {
                throw new IllegalStateException("A rebuild of this index is under way; swap or close it first");
            }
            var started = new Refill(Generation.open(folder.next(), clock), this);
            refill = Optional.of(started);
            return started;
        });
    }

    /** Puts the filled generation in use. */
    void swap(Refill filled, Generation next, String position) {
        alone("Swapping in a rebuilt index", () -> {
            end(filled); // first: should the rest fail, the old index goes on and a new rebuild can begin
            next.commit(position);
            next.refresh();
            folder.use(next.folder());
            Generation old = current;
            current = next;
            old.close();
            Folder.remove(old.folder());
            return next;
        });
    }

    /** Gives the filled generation up. */
    void abandon(Refill filled, Generation next) {
        alone("Giving up a rebuild", () -> {
            end(filled);
            next.close();
            Folder.remove(next.folder());
            return next;
        });
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        refill.ifPresent(Refill::close);
        alone("Closing", () -> {
            closed = true;
            current.commit(current.position());
            current.close();
            owned.close();
            return current;
        });
    }

    private void end(Refill filled) {
        refill = refill.filter(other -> other != filled);
    }

    private interface Reading<T> {
        T of(Generation generation) throws IOException;
    }

    private interface Change {
        void to(Generation generation) throws IOException;
    }

    private interface Asking<T> {
        T of(Snapshot snapshot) throws IOException;
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private void change(String what, Change change) {
        read(what, generation -> {
            change.to(generation);
            return generation;
        });
    }

    private <T> T ask(String what, Asking<T> asking) {
        Generation generation;
        IndexSearcher searcher;
        Lock shared = use.readLock();
        shared.lock();
        try {
            generation = open();
            searcher = generation.acquire();
        } catch (IOException e) {
            throw failed(what, e);
        } finally {
            shared.unlock();
        }
        // the searcher outlives a swap: its files are held open until it is released
        try {
            return asking.of(new Snapshot(searcher));
        } catch (IOException e) {
            throw failed(what, e);
        } finally {
            release(generation, searcher);
        }
    }

    private static void release(Generation generation, IndexSearcher searcher) {
        try {
            generation.release(searcher);
        } catch (IOException e) {
            throw failed("Releasing a searcher", e);
        }
    }

    private <T> T read(String what, Reading<T> reading) {
        Lock shared = use.readLock();
        shared.lock();
        try {
            return reading.of(open());
        } catch (IOException e) {
            throw failed(what, e);
        } finally {
            shared.unlock();
        }
    }

    private <T> T alone(String what, Step<T> step) {
        Lock alone = use.writeLock();
        alone.lock();
        try {
            open();
            return step.take();
        } catch (IOException e) {
            throw failed(what, e);
        } finally {
            alone.unlock();
        }
    }

    private Generation open() {
        if (closed) {
            throw new IllegalStateException("This search index is closed");
        }
        return current;
    }

    private static UncheckedIOException failed(String what, IOException cause) {
        return new UncheckedIOException(what + " failed in the search index", cause);
    }
}
