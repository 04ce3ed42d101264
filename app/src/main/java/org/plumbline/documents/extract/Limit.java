package org.plumbline.documents.extract;

/** A bound on the reading of one file; reaching it is reported and never looks like success. */
public enum Limit {
    /** Milliseconds of wall-clock time for the file. */
    TIME,
    /** Characters of text kept. */
    CHARACTERS,
    /** Direct children written. */
    CHILDREN,
    /** Bytes of all direct children together. */
    CHILD_BYTES,
    /** Bytes written for each byte read: the mark of a decompression bomb. */
    RATIO,
    /** Levels of children below the file that was received. */
    DEPTH,
    /** Megabytes of memory of the worker process. */
    MEMORY,
    /** Pages or pictures read by OCR. */
    OCR_PAGES,
    /** Pixels of one picture given to OCR. */
    PIXELS
}
