package org.plumbline.engine.evidence.bag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one form in which archives are written here: APPNOTE.TXT 6.3, stored, no comments, no times, no attributes, Zip64
 * only where a number asks for it, nothing before, between or after. So an archive is a function of its members, and a
 * reader that writes its headers anew notices each byte that differs.
 */
final class StoredZip {
    static final int LOCAL = 0x04034b50;
    static final int DIRECTORY = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END_64 = 0x06064b50;
    static final int LOCATOR_64 = 0x07064b50;
    static final int LOCAL_BYTES = 30;
    static final int DIRECTORY_BYTES = 46;
    static final int END_BYTES = 22;
    static final int END_64_BYTES = 56;
    static final int LOCATOR_64_BYTES = 20;
    static final long MOST_32 = 0xFFFF_FFFFL;
    static final int MOST_16 = 0xFFFF;
    static final short EXTRA_64 = 1;

    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;

    /** Names are UTF-8: bit 11. */
    private static final short FLAGS = 1 << 11;

    /** 1 January 1980, the first day that a ZIP knows: the statement says when, not the archive. */
    private static final short DAY = (1 << 5) | 1;

    private StoredZip() {}

    /** A file in an archive. */
    record Member(String name, long bytes, long crc32) {
        byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        boolean large() {
            return bytes >= MOST_32;
        }

        long localBytes() {
            return (long) LOCAL_BYTES + nameBytes().length + (large() ? 20 : 0);
        }
    }

    static byte[] local(Member member) {
        byte[] name = member.nameBytes();
        byte[] bytes = new byte[(int) member.localBytes()];
        ByteBuffer out = buffer(bytes);
        out.putInt(LOCAL).putShort(member.large() ? VERSION_64 : VERSION);
        common(out, member);
        out.putShort((short) name.length).putShort((short) (member.large() ? 20 : 0));
        out.put(name);
        if (member.large()) {
            out.putShort(EXTRA_64).putShort((short) 16).putLong(member.bytes()).putLong(member.bytes());
        }
        return bytes;
    }

    /** The directory with the records at the end, for members that follow each other from the archive's first byte. */
    static byte[] directory(List<Member> members) {
        int length = members.stream()
                .mapToInt(member -> DIRECTORY_BYTES + member.nameBytes().length + 28)
                .sum();
        byte[] bytes = new byte[length + END_64_BYTES + LOCATOR_64_BYTES + END_BYTES];
        ByteBuffer out = buffer(bytes);
        long offset = 0;
        for (Member member : members) {
            entry(out, member, offset);
            offset += member.localBytes() + member.bytes();
        }
        end(out, members.size(), offset, out.position());
        return java.util.Arrays.copyOf(bytes, out.position());
    }

    private static void entry(ByteBuffer out, Member member, long offset) {
        byte[] name = member.nameBytes();
        boolean far = offset >= MOST_32;
        int extra = (member.large() ? 16 : 0) + (far ? 8 : 0);
        short version = member.large() || far ? VERSION_64 : VERSION;
        out.putInt(DIRECTORY).putShort(version).putShort(version);
        common(out, member);
        out.putShort((short) name.length).putShort((short) (extra == 0 ? 0 : extra + 4));
        // No comment, the first disk, no attributes.
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt((int) Math.min(offset, MOST_32)).put(name);
        if (extra > 0) {
            out.putShort(EXTRA_64).putShort((short) extra);
        }
        if (member.large()) {
            out.putLong(member.bytes()).putLong(member.bytes());
        }
        if (far) {
            out.putLong(offset);
        }
    }

    private static void common(ByteBuffer out, Member member) {
        int bytes = (int) Math.min(member.bytes(), MOST_32);
        out.putShort(FLAGS).putShort((short) 0).putShort((short) 0).putShort(DAY);
        out.putInt((int) member.crc32()).putInt(bytes).putInt(bytes);
    }

    private static void end(ByteBuffer out, int count, long offset, long length) {
        if (count >= MOST_16 || offset >= MOST_32 || length >= MOST_32) {
            out.putInt(END_64).putLong(END_64_BYTES - 12);
            out.putShort(VERSION_64).putShort(VERSION_64).putInt(0).putInt(0);
            out.putLong(count).putLong(count).putLong(length).putLong(offset);
            out.putInt(LOCATOR_64).putInt(0).putLong(offset + length).putInt(1);
        }
        short counted = (short) Math.min(count, MOST_16);
        out.putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(counted)
                .putShort(counted);
        out.putInt((int) Math.min(length, MOST_32)).putInt((int) Math.min(offset, MOST_32));
        out.putShort((short) 0);
    }

    static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
