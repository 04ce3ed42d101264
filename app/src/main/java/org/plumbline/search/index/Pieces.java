package org.plumbline.search.index;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;

/** Reads some of the pieces of a body. */
final class Pieces extends StoredFieldVisitor {
    private final Layout layout;
    private final BitSet wanted = new BitSet();
    private final Map<Integer, String> read = new HashMap<>();
    private int next;

    Pieces(Layout layout) {
        this.layout = layout;
    }

    /** Asks for the text between two offsets. */
    void want(int start, int end) {
        if (start < end) {
            wanted.set(layout.pieceAt(start), layout.pieceAt(end - 1) + 1);
        }
    }

    /** The text between two offsets, which were asked for before reading. */
    String text(int start, int end) {
        var text = new StringBuilder(end - start);
        for (int at = start; at < end; ) {
            int piece = layout.pieceAt(at);
            int begin = layout.pieces().get(piece);
            int stop = Math.min(end, layout.endOf(piece));
            text.append(read.getOrDefault(piece, ""), at - begin, stop - begin);
            at = stop;
        }
        return text.toString();
    }

    @Override
    public Status needsField(FieldInfo field) {
        if (!field.name.equals(Columns.PIECE)) {
            return Status.NO;
        }
        if (next >= wanted.length()) {
            return Status.STOP;
        }
        return wanted.get(next++) ? Status.YES : Status.NO;
    }

    @Override
    public void stringField(FieldInfo field, String value) {
        read.put(next - 1, value);
    }
}
