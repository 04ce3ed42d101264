package org.plumbline.documents.extract.worker;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.TableKinds;
import org.plumbline.documents.extract.Wanted;
import org.xml.sax.SAXException;

/** Gives rows of one table of a file, and says which tables it has. */
final class TableReader implements FormatReader {
    private final Wanted.TableRows wanted;
    private final TikaReader tika;

    TableReader(Wanted.TableRows wanted, TikaReader tika) {
        this.wanted = wanted;
        this.tika = tika;
    }

    @Override
    public void read(Source source, Gathering into) throws IOException, SAXException, TikaException {
        if (!TableKinds.hold(source.type())) {
            into.rule(new Outcome.Unsupported(source.type(), ""));
            return;
        }
        if (TableKinds.delimited(source.type())) {
            DelimitedRows.read(source, wanted).give(into);
            return;
        }
        var rows = new TableRows(wanted);
        try {
            if (WorkbookRows.reads(source.type())) {
                WorkbookRows.read(source, rows);
            } else {
                tika.tables(source, new TableSink(rows));
            }
        } finally {
            // What stands before the damage of a file is given all the same.
            rows.give(into);
        }
    }
}
