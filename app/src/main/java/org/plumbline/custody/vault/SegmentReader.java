package org.plumbline.custody.vault;

import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.plumbline.kernel.Digest;

/** Reads single segments of an object. */
final class SegmentReader implements Closeable {
    private final StoredObject object;
    private final Segments segments;
    private final long size;
    private byte[] raw = new byte[0];

    private SegmentReader(StoredObject object, Segments segments, long size) {
        this.object = object;
        this.segments = segments;
        this.size = size;
    }

    /**
     * Over an object, which is closed with it, or at once when it is none.
     *
     * @throws DamagedObject when it is no object, or not the one of this content
     */
    static SegmentReader of(StoredObject object, CaseKey key, Digest content, Segments.Seal seal) throws IOException {
        try {
            byte[] first = new byte[ObjectHeader.BYTES];
            object.read(0, first, first.length);
            ObjectHeader header = ObjectHeader.parse(first)
                    .orElseThrow(() -> new DamagedObject("An object of the vault does not begin as one"));
            byte[] binding = Arrays.copyOfRange(first, ObjectHeader.FIXED, ObjectHeader.BYTES);
            if (!MessageDigest.isEqual(binding, key.binding(header.id(), content))) {
                throw new DamagedObject("An object of the vault is another one than lay there");
            }
            if (ObjectHeader.plain(object.size()) < 0) {
                throw new DamagedObject("An object of the vault is cut short");
            }
            return new SegmentReader(object, seal.of(key, header), object.size());
        } catch (IOException e) {
            object.close();
            throw e;
        }
    }

    /** How much plaintext the object holds. */
    long length() {
        return ObjectHeader.plain(size);
    }

    long count() {
        return ObjectHeader.segments(size);
    }

    /** How much plaintext a segment holds. */
    int length(long index) {
        return (int) Math.min(ObjectHeader.SEGMENT, length() - index * ObjectHeader.SEGMENT);
    }

    /**
     * Opens a segment into an array that is long enough.
     *
     * @return how many bytes it holds
     * @throws DamagedObject when it is not as it was sealed
     */
    int open(long index, byte[] into) throws IOException {
        int whole = length(index) + ObjectHeader.AROUND;
        if (raw.length < whole) {
            raw = new byte[whole];
        }
        int read = object.read(ObjectHeader.at(index), raw, whole);
        try {
            return segments.open(index, index == count() - 1 ? Mark.LAST : Mark.INNER, raw, read, into);
        } catch (GeneralSecurityException altered) {
            Arrays.fill(into, (byte) 0);
            throw new DamagedObject("Segment " + index + " of an object of the vault does not open", altered);
        }
    }

    @Override
    public void close() throws IOException {
        object.close();
    }
}
