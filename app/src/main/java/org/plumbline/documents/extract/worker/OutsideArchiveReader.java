package org.plumbline.documents.extract.worker;

import java.io.IOException;
import org.plumbline.documents.extract.Outcome;

/** Reads a kind of archive that no library here reads, where the outside tool for archives is installed. */
final class OutsideArchiveReader implements FormatReader {
    private final String kind;

    /** @param kind what the outcome calls it where it isn't read */
    OutsideArchiveReader(String kind) {
        this.kind = kind;
    }

    @Override
    public void read(Source source, Gathering into) throws IOException {
        into.isContainer();
        if (OutsideArchive.reads(source)) {
            OutsideArchive.members(source, into);
        } else {
            into.rule(new Outcome.Unsupported(kind, ""));
        }
    }
}
