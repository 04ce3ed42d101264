package org.plumbline.search.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A field of text that can be named in a query, as {@code title:harbour}. */
public enum SearchField {
    TITLE(true, 4, "title"),
    BODY(true, 1, "body"),
    FROM(true, 1, "from"),
    TO(true, 1, "to"),
    AUTHOR(true, 1, "author"),
    NAME(true, 2, "name"),
    SOURCE(true, 1, "source"),
    TEXT(true, 1, "text"),
    TYPE(false, 1, "type"),
    LANGUAGE(false, 1, "language"),
    KIND(false, 1, "kind");

    /** The fields that a word without a field is looked up in. */
    static final List<SearchField> UNNAMED =
            Arrays.stream(values()).filter(field -> field.unnamed).toList();

    private final boolean unnamed;
    private final int weight;
    private final String word;

    SearchField(boolean unnamed, int weight, String word) {
        this.unnamed = unnamed;
        this.weight = weight;
        this.word = word;
    }

    /** The word for it in a query, which is its name in the index too. */
    public String word() {
        return word;
    }

    /** Whether every word in it may be a name. */
    boolean bearsNames() {
        return switch (this) {
            case TITLE, FROM, TO, AUTHOR, NAME, TEXT -> true;
            case BODY, SOURCE, TYPE, LANGUAGE, KIND -> false;
        };
    }

    /** Whether it holds names at all. */
    boolean holdsNames() {
        return bearsNames() || this == BODY;
    }

    /** How much a match in this field counts, beside one in the body. */
    int weight() {
        return weight;
    }

    /** The field of this name; the subject of a mail is its title. */
    static Optional<SearchField> named(String word) {
        String name = word.equals("subject") ? TITLE.word : word;
        return Arrays.stream(values()).filter(field -> field.word.equals(name)).findFirst();
    }
}
