package org.plumbline.engine.evidence.bag;

/**
 * One thing found wrong with a bag, or odd about it.
 *
 * @param file inside the bag, with {@code /} between folders
 * @param line counted from 1; 0 where it is about the file as a whole
 * @param detail the value found, and the rule
 */
public record BagFinding(BagFault fault, String file, int line, String detail) {
    /** As a person reads it, such as {@code manifest-sha256.txt line 3: …}. */
    public String text() {
        return file + (line > 0 ? " line " + line : "") + ": " + detail;
    }
}
