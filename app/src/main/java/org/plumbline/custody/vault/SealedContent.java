package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a case in the vault, opened as they are read. What they hold is checked segment by segment. */
public final class SealedContent {
    private final long length;
    private final Source source;

    /** Opens the object anew for each reader. */
    interface Source {
        SegmentReader open() throws IOException;
    }

    SealedContent(long length, Source source) {
        this.length = length;
        this.source = source;
    }

    /** How many bytes there are. */
    public long length() {
        return length;
    }

    /**
     * All bytes from the first on; skipping costs nothing.
     *
     * @throws DamagedObject also on a later read, before a byte of the damaged segment is given out
     */
    public InputStream stream() throws IOException {
        return range(0, length);
    }

    /**
     * So many bytes from a place on, or as many as there are.
     *
     * @throws DamagedObject see {@link #stream}
     */
    public InputStream range(long from, long count) throws IOException {
        if (from < 0 || count < 0 || from > length) {
            throw new IllegalArgumentException("No " + count + " bytes from " + from + " of " + length);
        }
        return new SegmentStream(source.open(), from, from + Math.min(count, length - from));
    }
}
