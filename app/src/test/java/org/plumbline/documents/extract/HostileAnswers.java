package org.plumbline.documents.extract;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * A reader that has been taken over and fights with its answers: by the name of the file it answers without end, or
 * begins an answer and gives a byte of it now and then.
 */
final class HostileAnswers {
    /** Far more than any answer may have, and written to a stream that is closed long before. */
    private static final long MOST = 64L << 30;

    private static final int PIECE = 1 << 20;
    private static final long PAUSE = 50_000_000;

    private HostileAnswers() {}

    public static void main(String[] arguments) throws IOException {
        var said = new StringBuilder();
        byte[] some = new byte[4096];
        while (said.indexOf("flood") < 0 && said.indexOf("drip") < 0) {
            int read = System.in.read(some);
            said.append(new String(some, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
        }
        var out = new DataOutputStream(new BufferedOutputStream(System.out, 2 * PIECE));
        out.writeBoolean(false);
        out.writeByte('U');
        if (said.indexOf("flood") >= 0) {
            flood(out);
        } else {
            drip(out);
        }
    }

    private static void flood(DataOutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long written = 0; written < MOST; written += PIECE) {
            out.writeInt(PIECE);
            out.write(piece);
        }
    }

    private static void drip(DataOutputStream out) throws IOException {
        out.writeInt(PIECE);
        for (int i = 0; i < PIECE; i++) {
            out.writeByte('a');
            out.flush();
            LockSupport.parkNanos(PAUSE);
        }
    }
}
