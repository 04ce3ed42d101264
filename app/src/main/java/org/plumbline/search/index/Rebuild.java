package org.plumbline.search.index;

/**
 * A new index being filled from the records while the old one serves. What is put or deleted through
 * {@link SearchIndex} meanwhile reaches both, and wins over what this fills in later.
 */
public interface Rebuild extends AutoCloseable {
    /** Fills in a document, unless it was put or deleted through the index since the rebuild began. */
    void put(Indexed document);

    /** Commits the new index and lets it take the old one's place at once; the old one's files are removed. */
    void swap(String position);

    /** Gives the rebuild up, unless it was swapped in; the old index goes on. */
    @Override
    void close();
}
