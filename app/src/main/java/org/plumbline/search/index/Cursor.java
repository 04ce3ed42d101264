package org.plumbline.search.index;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Orders of hits, and places in them written as opaque words that stay good while the index changes. */
final class Cursor {
    private static final int LONGEST = 2_000;
    private static final SortField KEY = new SortField(Columns.KEY, SortField.Type.STRING);

    private Cursor() {}

    static Sort sort(Order order) {
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, day(true), KEY);
            case NEWEST -> new Sort(day(true), KEY);
            case OLDEST -> new Sort(day(false), KEY);
            case TITLE -> new Sort(new SortField(Columns.TITLE_ORDER, SortField.Type.STRING), day(true), KEY);
        };
    }

    private static SortField day(boolean newestFirst) {
        return new SortField(
                Columns.DAY, SortField.Type.LONG, newestFirst, newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    /** The place after a hit. */
    static String after(Order order, FieldDoc hit) {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST).put(sign(order));
        for (Object value : hit.fields) {
            switch (value) {
                case Float score -> buffer.putFloat(score);
                case Long day -> buffer.putLong(day);
                case BytesRef bytes ->
                    buffer.putShort((short) bytes.length).put(bytes.bytes, bytes.offset, bytes.length);
                default -> throw new IllegalStateException("Hits aren't sorted by a " + value.getClass());
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(copy(buffer));
    }

    /** Reads a place; empty when the word isn't one of this order. */
    static Optional<FieldDoc> read(Order order, String cursor) {
        if (cursor.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (buffer.get() != sign(order)) {
                return Optional.empty();
            }
            var fields = new ArrayList<Object>();
            for (SortField field : sort(order).getSort()) {
                fields.add(read(field, buffer));
            }
            return buffer.hasRemaining()
                    ? Optional.empty()
                    : Optional.of(new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields.toArray()));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Object read(SortField field, ByteBuffer buffer) {
        return switch (field.getType()) {
            case SCORE -> buffer.getFloat();
            case LONG -> buffer.getLong();
            default -> {
                int length = buffer.getShort();
                if (length < 0 || length > buffer.remaining()) {
                    throw new IllegalArgumentException("A cursor holds " + buffer.remaining() + " of " + length);
                }
                byte[] bytes = new byte[length];
                buffer.get(bytes);
                yield new BytesRef(bytes);
            }
        };
    }

    private static byte sign(Order order) {
        return switch (order) {
            case RELEVANCE -> 1;
            case NEWEST -> 2;
            case OLDEST -> 3;
            case TITLE -> 4;
        };
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }
}
