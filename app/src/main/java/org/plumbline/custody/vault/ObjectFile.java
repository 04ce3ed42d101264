package org.plumbline.custody.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.plumbline.kernel.Digest;

/** An object being written: digested and sealed as its bytes come, at most a segment of them in memory in the clear. */
final class ObjectFile implements Closeable {
    private static final int CHUNK = 1 << 17;
    private static final int GROWTH = 8;

    private final ObjectHeader header;
    private final CaseKey key;
    private final FileChannel file;
    private final SegmentWriter writer;
    private final SegmentBuffers buffers;
    private final MessageDigest digest;
    private final Comparisons compared;
    private byte[] pending;
    private int length;
    private long index;

    /** The sender's side broke off, which is not the vault's failure. */
    static final class CutOff extends IOException {
        private static final long serialVersionUID = 1L;

        CutOff(IOException cause) {
            super(cause);
        }
    }

    private ObjectFile(
            Path path,
            ObjectHeader header,
            CaseKey key,
            FileChannel file,
            Standing standing,
            byte[] pending,
            Workshop shop) {
        this.header = header;
        this.key = key;
        this.file = file;
        this.writer = new SegmentWriter(
                new GrowingFile(path, file, shop.stages()), shop.seal().of(key, header), shop);
        this.buffers = shop.filling();
        this.digest = standing.digest();
        this.compared = standing.compared();
        this.index = standing.segments();
        this.pending = pending;
        this.length = standing.length();
    }

    /**
     * Where an object stands that is being written.
     *
     * @param digest of what the sealed segments hold
     * @param compared comparison digests of the same
     * @param segments how many lie sealed in the file
     * @param tail begins with what arrived behind them
     * @param length of that, also where it is not at hand
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Standing(MessageDigest digest, Comparisons compared, long segments, byte[] tail, int length) {
        Standing(MessageDigest digest, Comparisons compared, long segments, byte[] tail) {
            this(digest, compared, segments, tail, tail.length);
        }

        static Standing beginning(Set<ComparisonKind> kinds) {
            return new Standing(Digest.sha256(), Comparisons.of(kinds), 0, new byte[0]);
        }

        Standing withoutTail() {
            return new Standing(digest, compared, segments, new byte[0], length);
        }
    }

    static ObjectFile begin(Path path, ObjectHeader header, CaseKey key, Workshop shop, Set<ComparisonKind> kinds)
            throws IOException {
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        file.write(ByteBuffer.allocate(ObjectHeader.BYTES).put(header.fixed()).position(0), 0);
        return new ObjectFile(path, header, key, file, Standing.beginning(kinds), new byte[CHUNK], shop);
    }

    /**
     * What lies behind the segments in the file is cut off.
     *
     * @throws SegmentBuffers.Crowded when too many others are being written
     */
    static ObjectFile goOn(Path path, ObjectHeader header, CaseKey key, Standing standing, Workshop shop)
            throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            file.truncate(ObjectHeader.at(standing.segments()));
            return new ObjectFile(path, header, key, file, standing, pending(standing, shop.filling()), shop);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static byte[] pending(Standing standing, SegmentBuffers buffers) throws SegmentBuffers.Crowded {
        byte[] pending =
                standing.length() > CHUNK * GROWTH ? buffers.take() : new byte[Math.max(CHUNK, standing.length())];
        System.arraycopy(standing.tail(), 0, pending, 0, standing.length());
        return pending;
    }

    long offset() {
        return index * ObjectHeader.SEGMENT + length;
    }

    /**
     * Reads on; a full segment is sealed when a byte comes behind it, for only then it is not the last.
     *
     * @throws CutOff when the stream broke; what came before stays
     * @throws SegmentBuffers.Crowded when too many others are being written; what came before stays
     */
    void fill(InputStream in, long most) throws IOException {
        long left = most;
        while (left > 0) {
            makeRoom();
            int room = (int) Math.min(Math.min(CHUNK, left), Math.min(pending.length, ObjectHeader.SEGMENT) - length);
            int some = room == 0 ? more(in) : read(in, pending, length, room);
            if (some < 0) {
                return;
            }
            length += some;
            left -= some;
        }
    }

    /** A byte behind a full segment: the segment is sealed and the byte begins the next. */
    private int more(InputStream in) throws IOException {
        byte[] one = new byte[1];
        int some = read(in, one, 0, 1);
        if (some > 0) {
            writer.writeBeside(index, pending, digest, compared.taking(pending, ObjectHeader.SEGMENT));
            index++;
            // Small again: only who fills it gets a large one.
            pending = new byte[CHUNK];
            pending[0] = one[0];
            length = 0;
        }
        return some;
    }

    private void makeRoom() throws SegmentBuffers.Crowded {
        if (length == pending.length && length < ObjectHeader.SEGMENT) {
            long wanted = Math.max(CHUNK, (long) pending.length * GROWTH);
            byte[] larger = wanted >= ObjectHeader.SEGMENT ? buffers.take() : new byte[(int) wanted];
            System.arraycopy(pending, 0, larger, 0, length);
            pending = larger;
        }
    }

    /** Whatever was given lies sealed in the file and on the disk, but for the part of a segment at the end. */
    void settle() throws IOException {
        writer.settle();
    }

    /** Where it stands, for as long as nothing more arrives; settled before. */
    Standing standing() {
        try {
            return new Standing((MessageDigest) digest.clone(), compared.copy(), index, pending, length);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals the end, binds the object to its content and sees it safe on the disk. */
    Digest finish() throws IOException {
        writer.writeLast(index, pending, length);
        writer.settle();
        digest.update(pending, 0, length);
        Digest content = Digest.finish(digest);
        byte[] binding = key.binding(header.id(), content);
        file.write(ByteBuffer.wrap(binding), ObjectHeader.FIXED);
        file.force(true);
        return content;
    }

    /** The comparison digests of all that arrived; once, after the end. */
    List<ComparisonDigest> compared() {
        compared.take(pending, length);
        return compared.finish();
    }

    @Override
    public void close() throws IOException {
        byte[] last = pending;
        pending = new byte[0];
        try (file) {
            writer.close();
        } finally {
            buffers.giveBack(last);
        }
    }

    private static int read(InputStream in, byte[] into, int from, int most) throws CutOff {
        try {
            return in.read(into, from, most);
        } catch (IOException e) {
            throw new CutOff(e);
        }
    }
}
