package org.plumbline.documents.extract;

import java.util.List;

/**
 * How one file is to be read.
 *
 * @param depth the level of this file: 0 as received, 1 for its children, and so on
 * @param ocr whether pictures and pages without text are read by OCR
 * @param ocrLanguages in which, as tesseract names them; empty for those of the installation
 */
public record ExtractionRequest(Limits limits, int depth, boolean ocr, List<String> ocrLanguages) {
    public ExtractionRequest {
        ocrLanguages = List.copyOf(ocrLanguages);
        if (depth < 0) {
            throw new IllegalArgumentException("The received file is level 0; there is no level " + depth);
        }
    }

    /** A file as received, read within the given limits. */
    public static ExtractionRequest asReceived(Limits limits) {
        return new ExtractionRequest(limits, 0, true, List.of());
    }

    /** The request for the children of the file this one is for. */
    public ExtractionRequest below() {
        return new ExtractionRequest(limits, depth + 1, ocr, ocrLanguages);
    }
}
