package org.plumbline.documents.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What a worker is to give of a file. */
public sealed interface Wanted {
    /** Its text, what is known about it, and its direct children: what is kept of a file when it is read. */
    record Reading() implements Wanted {}

    /**
     * One page as a picture, for somebody who looks at it now; it is the only child.
     *
     * @param page from 1
     * @param side most pixels of the longer side of the picture, at least 1
     */
    record PagePicture(int page, int side) implements Wanted {
        public PagePicture {
            if (page < 1 || side < 1) {
                throw new IllegalArgumentException("Pages are counted from 1, and a picture has a size");
            }
        }
    }

    /**
     * Rows of a table of it, for somebody who looks at it now. The only child is CSV (RFC 4180), a record a row; the
     * sections are the tables of the file, and what stands in each is the number of its rows and that of its columns.
     *
     * @param table from 1, in the order in which they stand in the file
     * @param from the first row wanted, from 1
     * @param rows most rows wanted, at least 1
     */
    record TableRows(int table, long from, int rows) implements Wanted {
        public TableRows {
            if (table < 1 || from < 1 || rows < 1) {
                throw new IllegalArgumentException("Tables and rows are counted from 1");
            }
        }
    }

    /** Writes it to a worker. */
    default void writeTo(DataOutputStream out) throws IOException {
        switch (this) {
            case Reading reading -> out.writeByte('R');
            case PagePicture picture -> {
                out.writeByte('P');
                out.writeInt(picture.page());
                out.writeInt(picture.side());
            }
            case TableRows rows -> {
                out.writeByte('T');
                out.writeInt(rows.table());
                out.writeLong(rows.from());
                out.writeInt(rows.rows());
            }
        }
    }

    /** Reads what comes next; the worker trusts the application. */
    static Wanted readFrom(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'R' -> new Reading();
            case 'P' -> new PagePicture(in.readInt(), in.readInt());
            case 'T' -> new TableRows(in.readInt(), in.readLong(), in.readInt());
            default -> throw new IOException("The application asked for " + kind);
        };
    }
}
