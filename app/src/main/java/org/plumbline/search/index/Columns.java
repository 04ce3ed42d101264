package org.plumbline.search.index;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/** Names in the index that aren't fields of text. */
final class Columns {
    static final String KEY = "key";
    static final String LABEL = "label";
    static final String CASE = "case";
    static final String DAY = "date";
    static final String MONTH = "month";
    static final String TITLE_ORDER = "title.order";
    static final String COMPLETION = "completion";
    static final String LAYOUT = "body.layout";
    static final String PIECE = "body.piece";

    private Columns() {}

    static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
