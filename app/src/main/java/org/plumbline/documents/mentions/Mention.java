package org.plumbline.documents.mentions;

/**
 * A place in one document's text that looks like something.
 *
 * @param start where it begins in the text as stored, in UTF-16 units
 * @param end after its last unit
 * @param text as it stands there
 * @param value the same in one agreed form; two readings are set apart by {@code " | "}
 * @param confidence from 0 to 1
 * @param finder which rule found it
 */
public record Mention(
        MentionKind kind,
        int start,
        int end,
        String text,
        String value,
        double confidence,
        Ground ground,
        String finder) {
    public Mention {
        if (start < 0 || end <= start || text.length() != end - start) {
            throw new IllegalArgumentException("A mention from " + start + " to " + end + " has no such text");
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence is above 0 and at most 1, not " + confidence);
        }
    }

    boolean overlaps(Mention other) {
        return start < other.end && other.start < end;
    }
}
