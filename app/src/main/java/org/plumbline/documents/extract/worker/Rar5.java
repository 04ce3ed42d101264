package org.plumbline.documents.extract.worker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks at the headers of a RAR 5 archive (RAR 5.0 archive format, technote) to tell whether it is locked. */
final class Rar5 {
    private static final byte[] MARK = {'R', 'a', 'r', '!', 0x1A, 7, 1, 0};
    private static final int FILE_HEADER = 2;
    private static final int SERVICE_HEADER = 3;
    private static final int ENCRYPTION_HEADER = 4;
    private static final int HAS_EXTRA = 1;
    private static final int HAS_DATA = 2;
    private static final int ENCRYPTION_RECORD = 1;

    private Rar5() {}

    static boolean isRar5(byte[] head) {
        for (int i = 0; i < MARK.length; i++) {
            if (i >= head.length || head[i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isEncrypted(byte[] head) {
        ByteBuffer in = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).position(MARK.length);
        while (in.remaining() > 8) {
            in.getInt();
            long size = number(in);
            long end = in.position() + size;
            long type = number(in);
            long flags = number(in);
            long extra = (flags & HAS_EXTRA) == 0 ? 0 : number(in);
            long data = (flags & HAS_DATA) == 0 ? 0 : number(in);
            if (type == ENCRYPTION_HEADER) {
                return true;
            }
            boolean holds = type == FILE_HEADER || type == SERVICE_HEADER;
            if (holds && extra > 0 && end - extra >= in.position() && end <= in.limit()) {
                if (isEncrypted(in, (int) (end - extra), (int) end)) {
                    return true;
                }
            }
            long next = end + data;
            if (size <= 0 || next <= in.position() || next >= in.limit()) {
                return false;
            }
            in.position((int) next);
        }
        return false;
    }

    private static boolean isEncrypted(ByteBuffer in, int from, int to) {
        in.position(from);
        while (in.position() < to) {
            long size = number(in);
            long next = in.position() + size;
            if (number(in) == ENCRYPTION_RECORD) {
                return true;
            }
            if (size <= 0 || next > to) {
                return false;
            }
            in.position((int) next);
        }
        return false;
    }

    /** Seven bits a byte, lowest first, the eighth saying that more follow. */
    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 63 && in.hasRemaining(); shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                break;
            }
        }
        return value;
    }
}
