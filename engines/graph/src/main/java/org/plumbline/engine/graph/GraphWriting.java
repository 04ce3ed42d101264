package org.plumbline.engine.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes the columns of a base, each with its length before it. */
final class GraphWriting {
    private static final int PIECE = 1 << 13;

    private final DataOutputStream out;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE * Long.BYTES);

    GraphWriting(DataOutputStream out) {
        this.out = out;
    }

    void write(Base base) throws IOException {
        write(base.labelSets());
        write(base.kindTable());
        longs(base.ids().high());
        longs(base.ids().low());
        shorts(base.schemas());
        ints(base.sets());
        ints(base.rows());
        ints(base.others());
        ints(base.kinds());
        ints(base.links());
        longs(base.linkIds().high());
        longs(base.linkIds().low());
        ints(base.from());
        ints(base.until());
        ints(base.recorded());
    }

    private void write(LabelSets sets) throws IOException {
        out.writeInt(sets.size());
        for (int set = 0; set < sets.size(); set++) {
            longs(sets.labels(set).toLongArray());
        }
    }

    private void write(Kinds kinds) throws IOException {
        out.writeInt(kinds.size());
        for (int number = 0; number < kinds.size(); number++) {
            Kinds.Kind kind = kinds.kind(number);
            out.writeInt(kind.type());
            out.writeInt(kind.label());
            out.writeInt(kind.collection());
            out.writeInt(kind.strength());
        }
    }

    private void longs(long[] column) throws IOException {
        out.writeInt(column.length);
        for (int from = 0; from < column.length; from += PIECE) {
            int count = Math.min(PIECE, column.length - from);
            piece.clear().asLongBuffer().put(column, from, count);
            out.write(piece.array(), 0, count * Long.BYTES);
        }
    }

    private void ints(int[] column) throws IOException {
        out.writeInt(column.length);
        for (int from = 0; from < column.length; from += PIECE) {
            int count = Math.min(PIECE, column.length - from);
            piece.clear().asIntBuffer().put(column, from, count);
            out.write(piece.array(), 0, count * Integer.BYTES);
        }
    }

    private void shorts(short[] column) throws IOException {
        out.writeInt(column.length);
        for (int from = 0; from < column.length; from += PIECE) {
            int count = Math.min(PIECE, column.length - from);
            piece.clear().asShortBuffer().put(column, from, count);
            out.write(piece.array(), 0, count * Short.BYTES);
        }
    }
}
