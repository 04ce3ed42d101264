package org.plumbline.search.index;

/** What opening an index folder gives. */
public sealed interface Opening {
    /** It is open. */
    record Ready(SearchIndex index) implements Opening {}

    /**
     * It can't be trusted and must be filled again from the records, with {@link EmbeddedIndex#openEmpty}.
     *
     * @param code stable reason code: {@code index-damaged}, {@code index-incomplete}, {@code index-other-version}
     * @param detail for the log: which file or version; no content
     */
    record NeedsRebuild(String code, String detail) implements Opening {}

    /** Another process, or another part of this one, has it open. */
    record InUse() implements Opening {}
}
