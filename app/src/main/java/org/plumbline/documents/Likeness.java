package org.plumbline.documents;

import java.util.List;

/**
 * Documents of a case that say what a document says, of those the reader may see. It marks and never leaves anything
 * out.
 *
 * @param bytes files with the same bytes
 * @param text documents with the same words in the same order
 * @param near documents with nearly the same words, the most alike first
 * @param more whether there are others that were not compared, or are not named
 */
public record Likeness(List<Item> bytes, List<Document> text, List<Near> near, boolean more) {
    /** How alike two texts have to be before it is said: shingles in both, of those in either. */
    public static final double THRESHOLD = 0.8;

    public Likeness {
        bytes = List.copyOf(bytes);
        text = List.copyOf(text);
        near = List.copyOf(near);
    }

    /** @param score how alike, from the threshold up to 1, worked out from all shingles of both texts */
    public record Near(Document document, double score) {}

    public boolean isNone() {
        return bytes.isEmpty() && text.isEmpty() && near.isEmpty();
    }
}
