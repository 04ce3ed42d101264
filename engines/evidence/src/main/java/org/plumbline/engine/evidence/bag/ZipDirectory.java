package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the directory at the end of an archive, and refuses one that {@link StoredZip} would have written otherwise.
 */
final class ZipDirectory {
    private static final int MOST_BYTES = 1 << 27;

    /** How much of the end is the directory, and of how many files. */
    private record End(long count, long length, long offset, int recordBytes) {}

    private ZipDirectory() {}

    static List<StoredZip.Member> read(ArchiveBytes channel) throws IOException, BagRefused {
        End end = end(channel);
        if (end.count() > FolderFiles.MOST_FILES || end.length() > MOST_BYTES || end.length() < 0) {
            throw new BagRefused(
                    BagFault.TOO_LARGE, "archive", 0, "at most " + FolderFiles.MOST_FILES + " files in it are read");
        } else if (end.offset() < 0 || end.offset() + end.length() + end.recordBytes() != channel.size()) {
            throw refused("its directory does not end where its last records begin");
        }
        byte[] directory = bytes(channel, end.offset(), (int) end.length());
        List<StoredZip.Member> members = members(directory, (int) end.count());
        long offset = 0;
        for (StoredZip.Member member : members) {
            if (member.bytes() < 0 || member.bytes() > channel.size()) {
                throw refused(member.name() + " is longer than the archive");
            }
            offset += member.localBytes() + member.bytes();
        }
        byte[] written = StoredZip.directory(members);
        byte[] found = bytes(channel, end.offset(), (int) end.length() + end.recordBytes());
        if (offset != end.offset() || !Arrays.equals(written, found)) {
            throw refused("its directory was changed, or written by another program");
        }
        return members;
    }

    private static End end(ArchiveBytes channel) throws IOException, BagRefused {
        long size = channel.size();
        ByteBuffer end = at(channel, size - StoredZip.END_BYTES, StoredZip.END_BYTES);
        if (end.getInt(0) != StoredZip.END) {
            throw refused("it is cut off, or something was added to it");
        }
        long count = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        if (count < StoredZip.MOST_16 && length < StoredZip.MOST_32 && offset < StoredZip.MOST_32) {
            return new End(count, length, offset, StoredZip.END_BYTES);
        }
        int records = StoredZip.END_64_BYTES + StoredZip.LOCATOR_64_BYTES + StoredZip.END_BYTES;
        ByteBuffer large = at(channel, size - records, StoredZip.END_64_BYTES);
        if (large.getInt(0) != StoredZip.END_64) {
            throw refused("its Zip64 record is not where it belongs");
        }
        return new End(large.getLong(32), large.getLong(40), large.getLong(48), records);
    }

    private static List<StoredZip.Member> members(byte[] directory, int count) throws BagRefused {
        ByteBuffer in = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        var members = new ArrayList<StoredZip.Member>();
        for (int i = 0; i < count; i++) {
            int start = in.position();
            if (in.remaining() < StoredZip.DIRECTORY_BYTES || in.getInt(start) != StoredZip.DIRECTORY) {
                throw refused("its directory names fewer files than it counts");
            } else if (in.getShort(start + 10) != 0) {
                throw refused("its files are compressed or encrypted; unpack it, and have the folder checked");
            }
            int name = Short.toUnsignedInt(in.getShort(start + 28));
            int extra = Short.toUnsignedInt(in.getShort(start + 30));
            int next = start + StoredZip.DIRECTORY_BYTES + name + extra;
            if (next > directory.length) {
                throw refused("its directory is cut off");
            }
            long bytes = Integer.toUnsignedLong(in.getInt(start + 24));
            int large = start + StoredZip.DIRECTORY_BYTES + name + 4;
            if (bytes == StoredZip.MOST_32 && extra >= 20) {
                bytes = in.getLong(large);
            }
            members.add(new StoredZip.Member(
                    utf8(directory, start + StoredZip.DIRECTORY_BYTES, name),
                    bytes,
                    Integer.toUnsignedLong(in.getInt(start + 16))));
            in.position(next);
        }
        return members;
    }

    private static String utf8(byte[] bytes, int from, int length) throws BagRefused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("a name in it is no UTF-8");
        }
    }

    private static ByteBuffer at(ArchiveBytes channel, long offset, int length) throws IOException, BagRefused {
        return ByteBuffer.wrap(bytes(channel, offset, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] bytes(ArchiveBytes channel, long offset, int length) throws IOException, BagRefused {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (offset >= 0 && into.hasRemaining()) {
            if (channel.read(into, offset + into.position()) < 0) {
                break;
            }
        }
        if (into.hasRemaining()) {
            throw refused("it is cut off");
        }
        return into.array();
    }

    static BagRefused refused(String detail) {
        return new BagRefused(BagFault.ZIP_FORM, "archive", 0, detail);
    }
}
