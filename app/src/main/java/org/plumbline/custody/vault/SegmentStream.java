package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.InputStream;

/** Plaintext of an object from one place to another. */
final class SegmentStream extends InputStream {
    private final SegmentReader reader;
    private final long end;
    private long at;
    private long opened = -1;
    private int length;
    private byte[] plain = new byte[0];

    SegmentStream(SegmentReader reader, long from, long end) {
        this.reader = reader;
        this.at = from;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (at >= end) {
            return -1;
        }
        open(at / ObjectHeader.SEGMENT);
        int inside = (int) (at % ObjectHeader.SEGMENT);
        int some = (int) Math.min(Math.min(most, length - inside), end - at);
        System.arraycopy(plain, inside, into, from, some);
        at += some;
        return some;
    }

    @Override
    public long skip(long count) {
        long some = Math.max(0, Math.min(count, end - at));
        at += some;
        return some;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - at);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void open(long segment) throws IOException {
        if (segment == opened) {
            return;
        }
        if (plain.length < reader.length(segment)) {
            plain = new byte[reader.length(segment)];
        }
        opened = -1;
        length = reader.open(segment, plain);
        opened = segment;
    }
}
