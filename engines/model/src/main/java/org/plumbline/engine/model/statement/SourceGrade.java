package org.plumbline.engine.model.statement;

/** How reliable a source is: the letters of the Admiralty code (NATO AJP-2.1, annex on evaluation). */
public enum SourceGrade {
    /** Completely reliable. */
    A,
    /** Usually reliable. */
    B,
    /** Fairly reliable. */
    C,
    /** Not usually reliable. */
    D,
    /** Unreliable. */
    E,
    /** Reliability cannot be judged. */
    F
}
