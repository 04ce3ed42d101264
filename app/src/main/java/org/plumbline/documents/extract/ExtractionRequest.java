package org.plumbline.documents.extract;

/**
 * How one file is to be read.
 *
 * @param depth the level of this file: 0 as received, 1 for its children, and so on
 * @param ocr whether pictures and pages without text are read by OCR
 */
public record ExtractionRequest(Limits limits, int depth, boolean ocr) {
    public ExtractionRequest {
        if (depth < 0) {
            throw new IllegalArgumentException("The received file is level 0; there is no level " + depth);
        }
    }

    /** A file as received, read within the given limits. */
    public static ExtractionRequest asReceived(Limits limits) {
        return new ExtractionRequest(limits, 0, true);
    }

    /** The request for the children of the file this one is for. */
    public ExtractionRequest below() {
        return new ExtractionRequest(limits, depth + 1, ocr);
    }
}
