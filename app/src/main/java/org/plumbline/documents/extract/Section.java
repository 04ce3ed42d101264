package org.plumbline.documents.extract;

/**
 * A part of a document that a locator can name.
 *
 * @param number 1-based among the sections of its kind
 * @param label the name of a sheet, or an empty string
 * @param start index in the text, in UTF-16 units, at which it begins; it ends where the next one begins
 * @param ocr whether its text was read by OCR
 */
public record Section(Kind kind, int number, String label, int start, boolean ocr) {
    /** What a locator calls such a part. */
    public enum Kind {
        PAGE,
        SHEET,
        SLIDE
    }
}
