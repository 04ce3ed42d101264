package org.plumbline.search.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.CaseId;

/**
 * The door to an index. Every answer is the same as if what is not within {@link Reach} had never been put in: hits,
 * order, totals, facets, suggestions and marks. Safe for use by many threads. A fault of the disk surfaces as
 * {@link java.io.UncheckedIOException}.
 */
public interface SearchIndex extends AutoCloseable {
    /** Adds the document, or replaces the one with its key. Seen after {@link #refresh}, kept after {@link #commit}. */
    void put(Indexed document);

    /** Takes out the document with this key, if there is one. */
    void delete(UUID key);

    /** Takes out every document of a case. */
    void deleteCase(CaseId caseId);

    /** Writes every part that holds deleted documents anew without them; takes as long as the parts are large. */
    void writeAnew();

    /** Lets searches that begin from now on see what was put and deleted before. */
    void refresh();

    /**
     * Makes everything so far survive a crash, together with a word of the owner's, such as the number of the last
     * event taken in.
     */
    void commit(String position);

    /** The word given with the last commit; empty when there was none. */
    String position();

    /** Finds documents. Never throws because of what the query says. */
    Answer search(SearchRequest request);

    /** The same search among these documents alone, as if no others had been put in. */
    Answer search(SearchRequest request, Set<UUID> among);

    /**
     * The keys of everything that a search finds, whatever part of it is asked for; none where the query can't be read.
     */
    Set<UUID> keys(SearchRequest request);

    /** How many those are. */
    int count(SearchRequest request);

    /** Where the query matches in the body of one document. */
    Places matches(Reach reach, UUID key, String query);

    /**
     * Titles, names and participants in which a word begins with the given text, in alphabetical order.
     *
     * @param limit at most this many, 1 to 50
     */
    List<String> suggest(Reach reach, String text, int limit);

    /**
     * The query with words that nothing within reach holds in the nearest spelling that something does; absent where
     * there is none, and where it would find nothing either. Never throws because of what the query says.
     */
    Optional<String> corrected(Reach reach, String query);

    /** Starts a new index beside this one, which goes on serving. One rebuild at a time. */
    Rebuild rebuild();

    /** Commits and closes. */
    @Override
    void close();
}
