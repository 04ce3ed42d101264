package org.plumbline.engine.evidence.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** An archive as one stream: header and content of each file, one after the other, and the directory at last. */
final class ZipParts extends InputStream {
    private final Iterator<Part> parts;
    private InputStream now = InputStream.nullInputStream();

    /** Opened when its turn comes. */
    private interface Part {
        InputStream open() throws IOException;
    }

    ZipParts(List<StoredZip.Member> members, Map<String, byte[]> tags, List<NewBag.Payload> payload) {
        var all = new java.util.ArrayList<Part>();
        Iterator<StoredZip.Member> next = members.iterator();
        for (byte[] tag : tags.values()) {
            StoredZip.Member member = next.next();
            all.add(() -> new ByteArrayInputStream(StoredZip.local(member)));
            all.add(() -> new ByteArrayInputStream(tag));
        }
        for (NewBag.Payload file : payload) {
            StoredZip.Member member = next.next();
            all.add(() -> new ByteArrayInputStream(StoredZip.local(member)));
            all.add(() -> new Unchanged(file));
        }
        all.add(() -> new ByteArrayInputStream(StoredZip.directory(members)));
        this.parts = all.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = now.read(into, from, length);
        while (n < 0 && parts.hasNext()) {
            now.close();
            now = parts.next().open();
            n = now.read(into, from, length);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        now.close();
    }
}
