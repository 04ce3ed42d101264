package org.plumbline.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;

/**
 * How a body is laid out: where its pages begin, and into which pieces it is cut in store, so that a passage of a very
 * long text is read without the rest.
 *
 * @param length characters of the body
 * @param pages offset at which each page begins
 * @param pieces offset at which each stored piece begins
 */
record Layout(int length, List<Integer> pages, List<Integer> pieces) {
    private static final int PIECE = 16_384;

    static Layout of(Body body) {
        String text = body.text();
        var pieces = new ArrayList<Integer>();
        for (int at = 0; at < text.length(); ) {
            pieces.add(at);
            int end = Math.min(at + PIECE, text.length());
            at = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        }
        return new Layout(text.length(), body.pageStarts(), pieces);
    }

    /** The piece that holds the character at this offset. */
    int pieceAt(int offset) {
        int found = Collections.binarySearch(pieces, offset);
        return found < 0 ? -found - 2 : found;
    }

    int endOf(int piece) {
        return piece + 1 < pieces.size() ? pieces.get(piece + 1) : length;
    }

    byte[] toBytes() {
        var out = new ByteBuffersDataOutput();
        try {
            out.writeVInt(length);
            write(out, pages);
            write(out, pieces);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return out.toArrayCopy();
    }

    static Layout read(byte[] bytes) {
        var in = new ByteArrayDataInput(bytes);
        return new Layout(in.readVInt(), readList(in), readList(in));
    }

    private static void write(DataOutput out, List<Integer> rising) throws IOException {
        out.writeVInt(rising.size());
        int last = 0;
        for (int value : rising) {
            out.writeVInt(value - last);
            last = value;
        }
    }

    private static List<Integer> readList(ByteArrayDataInput in) {
        int size = in.readVInt();
        var rising = new ArrayList<Integer>(size);
        int last = 0;
        for (int i = 0; i < size; i++) {
            last += in.readVInt();
            rising.add(last);
        }
        return rising;
    }
}
