package org.plumbline.documents.extract.worker;

/** Reads files of one kind: puts text, facts and children into a {@link Gathering}. */
interface FormatReader {
    /**
     * Reads one file; what was gathered before an exception is kept.
     *
     * @throws Exception whatever the parser throws: the verdict on it is made in one place, {@link Verdict}
     */
    void read(Source source, Gathering into) throws Exception;
}
