package org.plumbline.search.batch;

/**
 * A list as somebody gives it.
 *
 * @param list CSV
 * @param header whether the first row names the columns
 * @param column name or number of the column with the terms; empty for the first
 * @param kinds name or number of the column that says what a row is about; empty where none does
 * @param who what the rows are about, where no column says so: a word of {@link Who}; empty for not stated
 * @param language whether a term is a query; else it is looked for as it stands, as a phrase
 */
public record Given(ListText list, boolean header, String column, String kinds, String who, boolean language) {
    /** What rows are about, as far as somebody states it. */
    public enum Who {
        UNSAID,
        PERSONS,
        NOBODY
    }
}
