package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * The text of a document and where its pages begin.
 *
 * @param text the text as extracted; offsets count its UTF-16 characters
 * @param pageStarts offset at which page 1, 2, … begins, rising from 0; empty when the document has no pages
 */
public record Body(String text, List<Integer> pageStarts) {
    public Body {
        pageStarts = List.copyOf(pageStarts);
        int last = -1;
        for (int start : pageStarts) {
            if (start < last || start > text.length()) {
                throw new IllegalArgumentException("A page starts at " + start + ", after one at " + last
                        + " in a text of " + text.length() + " characters; starts rise within the text");
            }
            last = start;
        }
        if (!pageStarts.isEmpty() && pageStarts.getFirst() != 0) {
            throw new IllegalArgumentException("Page 1 starts at 0, not at " + pageStarts.getFirst());
        }
    }

    /** No text. */
    public static Body none() {
        return of("");
    }

    /** A text without pages. */
    public static Body of(String text) {
        return new Body(text, List.of());
    }

    /** A text made of pages, with a line break after each. */
    public static Body ofPages(List<String> pages) {
        var text = new StringBuilder();
        var starts = new ArrayList<Integer>(pages.size());
        for (String page : pages) {
            starts.add(text.length());
            text.append(page).append('\n');
        }
        return new Body(text.toString(), starts);
    }

    /** The page, counted from 1, that holds the character at this offset. */
    static OptionalInt pageAt(List<Integer> pageStarts, int offset) {
        if (pageStarts.isEmpty()) {
            return OptionalInt.empty();
        }
        int found = Collections.binarySearch(pageStarts, offset);
        if (found < 0) {
            return OptionalInt.of(-found - 1);
        }
        while (found + 1 < pageStarts.size() && pageStarts.get(found + 1) == offset) {
            found++; // empty pages share a start: the last of them holds the character
        }
        return OptionalInt.of(found + 1);
    }
}
