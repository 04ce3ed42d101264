package org.plumbline.engine.evidence.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * A bag in a ZIP archive, in the one folder that the archive holds. Only the form that is written here is read: nothing
 * compressed, so nothing that grows, and each header as it would be written, so that no byte of it says anything else.
 */
public final class ZipFiles implements BagFiles, AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final ArchiveBytes channel;
    private final Map<String, Place> places = new HashMap<>();
    private final NavigableMap<String, Long> sizes = new TreeMap<>();

    private ZipFiles(ArchiveBytes channel) {
        this.channel = channel;
    }

    /** Where a file's bytes are. */
    private record Place(long offset, long bytes, long crc32) {}

    /** Whether a file begins as an archive does. */
    public static boolean isOne(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = StoredZip.buffer(new byte[Integer.BYTES]);
            return channel.read(start, 0) == Integer.BYTES && start.getInt(0) == StoredZip.LOCAL;
        }
    }

    /** Reads the directory, and checks every header of the archive against it. */
    public static ZipFiles open(Path file) throws IOException, BagRefused {
        return open(ArchiveBytes.of(FileChannel.open(file, StandardOpenOption.READ)));
    }

    /** The same of an archive that need not be a file; it is closed with this, and when it is refused. */
    public static ZipFiles open(ArchiveBytes archive) throws IOException, BagRefused {
        var zip = new ZipFiles(archive);
        try {
            zip.index(ZipDirectory.read(zip.channel));
            return zip;
        } catch (BagRefused | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void index(List<StoredZip.Member> members) throws IOException, BagRefused {
        String folder = folder(members);
        long offset = 0;
        for (StoredZip.Member member : members) {
            byte[] local = StoredZip.local(member);
            if (!Arrays.equals(local, ZipDirectory.bytes(channel, offset, local.length))) {
                throw ZipDirectory.refused("the header of " + member.name() + " is not as the directory says");
            }
            offset += local.length;
            String path = member.name().substring(folder.length());
            Optional<String> refusal = BagPath.refusal(path);
            if (refusal.isPresent()) {
                throw new BagRefused(BagFault.PATH_OUTSIDE, "archive", 0, refusal.get());
            } else if (places.put(path, new Place(offset, member.bytes(), member.crc32())) != null) {
                throw new BagRefused(BagFault.LISTED_TWICE, path, 0, "is in the archive twice");
            }
            sizes.put(path, member.bytes());
            offset += member.bytes();
        }
    }

    private static String folder(List<StoredZip.Member> members) throws BagRefused {
        String first = members.isEmpty() ? "" : members.getFirst().name();
        String folder = first.substring(0, first.indexOf('/') + 1);
        boolean one = !folder.isEmpty()
                && BagPath.refusal(folder.substring(0, folder.length() - 1)).isEmpty()
                && members.stream().allMatch(member -> member.name().startsWith(folder));
        if (!one) {
            throw ZipDirectory.refused("its files are not all in one folder");
        }
        return folder;
    }

    @Override
    public NavigableMap<String, Long> sizes() {
        return Collections.unmodifiableNavigableMap(sizes);
    }

    @Override
    public InputStream open(String path) throws IOException, BagRefused {
        Place place = places.get(path);
        if (place == null) {
            throw new BagRefused(BagFault.FILE_MISSING, path, 0, "is not there");
        }
        return new Stored(Channels.newInputStream(new Window(channel, place)), path, place.crc32());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Bytes whose check sum is compared once the last of them was read. */
    private static final class Stored extends FilterInputStream {
        private final String path;
        private final long expected;
        private final CRC32 crc = new CRC32();

        Stored(InputStream in, String path, long expected) {
            super(in);
            this.path = path;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, Math.min(length, CHUNK));
            if (n > 0) {
                crc.update(into, from, n);
            } else if (n < 0 && crc.getValue() != expected) {
                throw new ZipException(path + " has another check sum than the archive says");
            }
            return n;
        }
    }

    /** A stretch of the archive, from its own position, so that several can be read at once. */
    private static final class Window implements SeekableByteChannel {
        private final ArchiveBytes channel;
        private final Place place;
        private long position;
        private boolean open = true;

        Window(ArchiveBytes channel, Place place) {
            this.channel = channel;
            this.place = place;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            long left = place.bytes() - position;
            if (left <= 0) {
                return -1;
            }
            ByteBuffer part = into.slice(into.position(), (int) Math.min(left, into.remaining()));
            int n = channel.read(part, place.offset() + position);
            if (n < 0) {
                throw new ZipException("The archive became shorter while it was read");
            }
            into.position(into.position() + n);
            position += n;
            return n;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long to) {
            position = to;
            return this;
        }

        @Override
        public long size() {
            return place.bytes();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            // The archive itself stays open for its other files.
            open = false;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new java.nio.channels.NonWritableChannelException();
        }
    }
}
