package org.plumbline.search.index;

/** What results are counted and narrowed by. Nothing here tells of a person; see "Never built" in the safeguards. */
public enum FacetName {
    KIND("kind.value"),
    TYPE("type.value"),
    LANGUAGE("language.value"),
    SOURCE("source.value"),
    /** Years ({@code 2018}) or months ({@code 2018-06}); both may be selected. */
    DATE("period.value");

    private final String column;

    FacetName(String column) {
        this.column = column;
    }

    /** Its name in the index. */
    String column() {
        return column;
    }
}
