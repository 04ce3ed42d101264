package org.plumbline.engine.evidence.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file of a payload on its way out, which must be what it was when the bag was put together. */
final class Unchanged extends FilterInputStream {
    private final NewBag.Payload file;
    private final MessageDigest sha256;
    private boolean ended;

    Unchanged(NewBag.Payload file) throws IOException {
        this(file, Algorithm.SHA256.start());
    }

    private Unchanged(NewBag.Payload file, MessageDigest sha256) throws IOException {
        super(new DigestInputStream(file.content().open(), sha256));
        this.file = file;
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        if (n < 0 && !ended) {
            ended = true;
            if (!HexFormat.of().formatHex(sha256.digest()).equals(file.sha256())) {
                throw new IOException(file.path() + " is no longer what it was when the package was made");
            }
        }
        return n;
    }

    /** Read, not jumped over: what is passed by counts for the digest. */
    @Override
    public long skip(long bytes) throws IOException {
        byte[] chunk = new byte[(int) Math.min(bytes, 1 << 16)];
        int n = chunk.length == 0 ? 0 : read(chunk, 0, chunk.length);
        return Math.max(n, 0);
    }
}
