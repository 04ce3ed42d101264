package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the member that an archive stands at, unpacked in the archive's order. Members of one block are packed
 * as one: opening each by itself would unpack all before it again. That is done only where the order broke.
 */
final class SevenZipMember extends InputStream {
    private static final int FIRST = 1 << 13;

    private final SevenZFile archive;
    private final SevenZArchiveEntry entry;
    private final byte[] first = new byte[FIRST];
    private int ready;
    private int taken;
    private long position;
    private @Nullable InputStream alone;

    /** @throws IOException when not even its beginning can be had */
    SevenZipMember(SevenZFile archive, SevenZArchiveEntry entry) throws IOException {
        this.archive = archive;
        this.entry = entry;
        this.ready = Math.max(0, unpack(first, 0, FIRST));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (taken < ready) {
            int given = Math.min(length, ready - taken);
            System.arraycopy(first, taken, into, offset, given);
            taken += given;
            return given;
        }
        return unpack(into, offset, length);
    }

    private int unpack(byte[] into, int offset, int length) throws IOException {
        InputStream own = alone;
        if (own == null) {
            try {
                return counted(archive.read(into, offset, length));
            } catch (IOException | IllegalStateException e) {
                own = archive.getInputStream(entry);
                own.skipNBytes(position);
                alone = own;
            }
        }
        return counted(own.read(into, offset, length));
    }

    private int counted(int read) {
        position += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        if (alone != null) {
            alone.close();
        }
    }
}
