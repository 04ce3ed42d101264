package org.plumbline.documents.extract;

import java.util.Locale;

/** What the header of a forensic image can state; how it is stated is the image's own. */
public enum HeaderFact {
    /** The format and how the file calls itself in it. */
    FORMAT,
    /** Which file of the image this is, from 1 on. */
    SEGMENT,
    /** The section that ends the file: next where another file follows, done where none does. */
    END,
    CASE_NUMBER,
    EVIDENCE_NUMBER,
    DESCRIPTION,
    EXAMINER,
    NOTES,
    MODEL,
    SERIAL,
    /** When the image was made. */
    ACQUIRED,
    /** What the clock of the machine that made it said. */
    SYSTEM_DATE,
    /** The program it was made with. */
    PROGRAM,
    PLATFORM,
    MEDIA,
    SECTORS,
    SECTOR_BYTES,
    CHUNK_SECTORS,
    /** The identifier of a volume of AFF4. */
    VOLUME,
    /** A stream of AFF4 and its types. */
    STREAM,
    SIZE,
    CHUNK_BYTES,
    MD5,
    SHA1,
    /** A digest of another kind, with its kind. */
    HASH,
    /** Anything else that AFF4 states of an image, with its name. */
    OTHER;

    /** The word that stands in records and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
