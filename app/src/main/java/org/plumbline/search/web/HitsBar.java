package org.plumbline.search.web;

/**
 * The bar that leads from hit to hit in a document's text.
 *
 * @param count how many hits are marked
 * @param more whether there are further ones
 * @param offsets the hits, for the script that marks them
 * @param fault what is wrong with the query; empty when it can be read
 */
public record HitsBar(String query, int count, boolean more, String offsets, String fault) {}
