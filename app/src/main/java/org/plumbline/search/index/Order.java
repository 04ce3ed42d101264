package org.plumbline.search.index;

/** The order of hits. Equal ones follow by date, newest first, then by key; documents without a date come last. */
public enum Order {
    RELEVANCE,
    NEWEST,
    OLDEST,
    TITLE
}
