package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.documents.extract.Child;

/**
 * Reads Microsoft cabinets (MS-CAB): members stored or packed with MSZIP; others are named, and read by an outside tool
 * where it is installed.
 */
final class CabReader implements FormatReader {
    private static final int LARGEST = 1 << 30;
    private static final int HAS_PREVIOUS = 1;
    private static final int HAS_NEXT = 2;
    private static final int HAS_RESERVE = 4;
    private static final int NAME_IS_UTF8 = 0x80;

    /** A folder: a run of data blocks packed by one method. */
    record Folder(int dataOffset, int blocks, int method, int reservePerBlock) {}

    private record Entry(String name, long size, long offset, int folder) {}

    @Override
    public void read(Source source, Gathering into) throws IOException {
        into.isContainer();
        try (RandomAccessFile file = new RandomAccessFile(source.file().toFile(), "r")) {
            long size = Math.min(source.size(), LARGEST);
            ByteBuffer cab = file.getChannel()
                    .map(FileChannel.MapMode.READ_ONLY, 0, size)
                    .order(ByteOrder.LITTLE_ENDIAN);
            members(cab, into);
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("The cabinet ends before its directory does", e);
        }
        OutsideArchive.fill(source, into);
    }

    private static void members(ByteBuffer cab, Gathering into) throws IOException {
        int filesAt = cab.getInt(16);
        int folderCount = cab.getShort(26) & 0xFFFF;
        int fileCount = cab.getShort(28) & 0xFFFF;
        int flags = cab.getShort(30);
        cab.position(36);
        int folderReserve = 0;
        int blockReserve = 0;
        if ((flags & HAS_RESERVE) != 0) {
            int headerReserve = cab.getShort() & 0xFFFF;
            folderReserve = cab.get() & 0xFF;
            blockReserve = cab.get() & 0xFF;
            cab.position(cab.position() + headerReserve);
        }
        for (int strings = Integer.bitCount(flags & (HAS_PREVIOUS | HAS_NEXT)) * 2; strings > 0; strings--) {
            string(cab);
        }
        List<Folder> folders = new ArrayList<>();
        for (int i = 0; i < folderCount; i++) {
            folders.add(new Folder(cab.getInt(), cab.getShort() & 0xFFFF, cab.getShort() & 0xF, blockReserve));
            cab.position(cab.position() + folderReserve);
        }
        cab.position(filesAt);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < fileCount; i++) {
            entries.add(entry(cab));
        }
        extract(cab, folders, entries, into);
    }

    private static Entry entry(ByteBuffer cab) {
        long size = cab.getInt() & 0xFFFFFFFFL;
        long offset = cab.getInt() & 0xFFFFFFFFL;
        int folder = cab.getShort() & 0xFFFF;
        cab.position(cab.position() + 4);
        int attributes = cab.getShort();
        byte[] name = string(cab);
        boolean utf8 = (attributes & NAME_IS_UTF8) != 0;
        String text = utf8 ? new String(name, StandardCharsets.UTF_8) : Charsets.decode(name, "");
        return new Entry(text, size, offset, folder);
    }

    private static byte[] string(ByteBuffer cab) {
        int start = cab.position();
        int end = start;
        while (cab.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        cab.get(bytes);
        cab.get();
        return bytes;
    }

    /** Members of a folder lie one after the other in its unpacked stream, in the order of the directory. */
    private static void extract(ByteBuffer cab, List<Folder> folders, List<Entry> entries, Gathering into)
            throws IOException {
        for (Entry entry : entries) {
            boolean known = entry.folder() < folders.size();
            if (!known || !CabFolderStream.unpacks(folders.get(entry.folder()))) {
                into.childWithout(
                        Names.last(entry.name()),
                        Names.bounded(entry.name()),
                        Child.Relation.MEMBER,
                        Child.Standing.UNSUPPORTED);
                continue;
            }
            try (InputStream folder = new CabFolderStream(
                            cab.duplicate().order(ByteOrder.LITTLE_ENDIAN), folders.get(entry.folder()));
                    InputStream member = new CabFolderStream.Slice(folder, entry.offset(), entry.size())) {
                into.child(member, Names.last(entry.name()), entry.name(), null, Child.Relation.MEMBER);
            }
        }
    }
}
