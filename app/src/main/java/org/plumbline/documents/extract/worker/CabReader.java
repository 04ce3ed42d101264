package org.plumbline.documents.extract.worker;

import java.io.IOException;

/** placeholder */
final class CabReader implements FormatReader {
    @Override
    public void read(Source source, Gathering into) throws IOException {
        into.rule(new org.plumbline.documents.extract.Outcome.Unsupported("CAB", ""));
    }
}
