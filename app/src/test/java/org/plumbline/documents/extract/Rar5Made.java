package org.plumbline.documents.extract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** RAR archives of version 5 with stored members, put together by the format's technote ("RAR 5.0 archive format"). */
public final class Rar5Made {
    private static final byte[] MARK = {'R', 'a', 'r', '!', 0x1A, 7, 1, 0};
    private static final int MAIN = 1;
    private static final int FILE = 2;
    private static final int END = 5;
    private static final int HAS_DATA = 2;
    private static final int HAS_CRC = 4;
    private static final int UNIX = 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Rar5Made() {}

    /** An archive of names and contents, in turn. */
    public static byte[] of(String... namesAndContents) {
        Rar5Made made = new Rar5Made();
        made.out.writeBytes(MARK);
        made.header(numbers(MAIN, 0, 0));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            made.member(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        made.header(numbers(END, 0, 0));
        return made.out.toByteArray();
    }

    private void member(String name, byte[] content) {
        byte[] called = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        fields.writeBytes(numbers(FILE, HAS_DATA, content.length, HAS_CRC, content.length, 0100644));
        fields.writeBytes(crc(content));
        fields.writeBytes(numbers(0, UNIX, called.length));
        fields.writeBytes(called);
        header(fields.toByteArray());
        out.writeBytes(content);
    }

    /** A header after its checksum, which begins with the length. */
    private void header(byte[] fields) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(numbers(fields.length));
        header.writeBytes(fields);
        out.writeBytes(crc(header.toByteArray()));
        out.writeBytes(header.toByteArray());
    }

    private static byte[] crc(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .array();
    }

    /** Seven bits a byte, lowest first, the eighth saying that more follow. */
    private static byte[] numbers(long... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long value : values) {
            long left = value;
            while (left > 0x7F) {
                bytes.write((int) (left & 0x7F) | 0x80);
                left >>= 7;
            }
            bytes.write((int) left);
        }
        return bytes.toByteArray();
    }
}
