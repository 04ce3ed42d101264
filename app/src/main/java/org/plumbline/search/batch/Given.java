package org.plumbline.search.batch;

import java.util.Arrays;
import org.plumbline.kernel.Digest;

/**
 * A list as somebody gives it.
 *
 * @param content CSV, in any charset that can be recognised
 * @param header whether the first row names the columns
 * @param column name or number of the column with the terms; empty for the first
 * @param kinds name or number of the column that says what a row is about; empty where none does
 * @param who what the rows are about, where no column says so: a word of {@link Who}; empty for not stated
 * @param language whether a term is a query; else it is looked for as it stands, as a phrase
 */
public record Given(byte[] content, boolean header, String column, String kinds, String who, boolean language) {
    /** What rows are about, as far as somebody states it. */
    public enum Who {
        UNSAID,
        PERSONS,
        NOBODY
    }

    public Given {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Given given
                && Arrays.equals(content, given.content)
                && header == given.header
                && language == given.language
                && column.equals(given.column)
                && kinds.equals(given.kinds)
                && who.equals(given.who);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "list " + Digest.of(content);
    }
}
