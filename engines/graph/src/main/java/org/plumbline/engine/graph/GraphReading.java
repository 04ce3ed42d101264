package org.plumbline.engine.graph;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** Reads what {@link GraphWriting} wrote. A length that the file can't hold is refused before room is made for it. */
final class GraphReading {
    private static final int PIECE = 1 << 13;

    private final DataInputStream in;
    private final long fileBytes;
    private final byte[] piece = new byte[PIECE * Long.BYTES];

    GraphReading(DataInputStream in, long fileBytes) {
        this.in = in;
        this.fileBytes = fileBytes;
    }

    Base base() throws IOException {
        LabelSets sets = labelSets();
        Kinds kinds = kinds();
        return new Base(
                identifiers(),
                shorts(),
                ints(),
                ints(),
                ints(),
                ints(),
                ints(),
                identifiers(),
                ints(),
                ints(),
                ints(),
                sets,
                kinds);
    }

    private LabelSets labelSets() throws IOException {
        LabelSets sets = new LabelSets();
        int count = length(Integer.BYTES);
        for (int set = 0; set < count; set++) {
            sets.number(BitSet.valueOf(longs()));
        }
        return sets;
    }

    private Kinds kinds() throws IOException {
        Kinds kinds = new Kinds();
        int count = length(4 * Integer.BYTES);
        for (int number = 0; number < count; number++) {
            kinds.number(new Kinds.Kind(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        return kinds;
    }

    private Identifiers identifiers() throws IOException {
        return new Identifiers(longs(), longs());
    }

    private int length(int each) throws IOException {
        int length = in.readInt();
        if (length < 0 || (long) length * each > fileBytes) {
            throw new IOException("The graph's file is damaged: build the graph from the records");
        }
        return length;
    }

    private long[] longs() throws IOException {
        long[] column = new long[length(Long.BYTES)];
        for (int from = 0; from < column.length; from += PIECE) {
            int count = Math.min(PIECE, column.length - from);
            next(count * Long.BYTES).asLongBuffer().get(column, from, count);
        }
        return column;
    }

    private int[] ints() throws IOException {
        int[] column = new int[length(Integer.BYTES)];
        for (int from = 0; from < column.length; from += PIECE) {
            int count = Math.min(PIECE, column.length - from);
            next(count * Integer.BYTES).asIntBuffer().get(column, from, count);
        }
        return column;
    }

    private short[] shorts() throws IOException {
        short[] column = new short[length(Short.BYTES)];
        for (int from = 0; from < column.length; from += PIECE) {
            int count = Math.min(PIECE, column.length - from);
            next(count * Short.BYTES).asShortBuffer().get(column, from, count);
        }
        return column;
    }

    private ByteBuffer next(int bytes) throws IOException {
        in.readFully(piece, 0, bytes);
        return ByteBuffer.wrap(piece, 0, bytes);
    }
}
