package org.plumbline.documents.extract;

import java.util.Set;

/** Kinds of files whose tables can be given row by row. */
public final class TableKinds {
    private static final Set<String> DELIMITED = Set.of("text/csv", "text/tab-separated-values", "text/tsv");
    private static final Set<String> MARKED = Set.of("text/html", "application/xhtml+xml", "application/rtf");

    private TableKinds() {}

    /** Rows of cells set apart by a sign. */
    public static boolean delimited(String mediaType) {
        return DELIMITED.contains(mediaType);
    }

    /** Whether a file of this kind may hold tables that are read here: of a PDF only the words are. */
    public static boolean hold(String mediaType) {
        return delimited(mediaType)
                || MARKED.contains(mediaType)
                || mediaType.startsWith("application/vnd.openxmlformats-officedocument.")
                || mediaType.startsWith("application/vnd.oasis.opendocument.")
                || mediaType.startsWith("application/vnd.ms-excel")
                || mediaType.startsWith("application/vnd.ms-word")
                || mediaType.startsWith("application/vnd.ms-powerpoint")
                || mediaType.equals("application/msword");
    }
}
