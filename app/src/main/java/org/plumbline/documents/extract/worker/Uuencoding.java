package org.plumbline.documents.extract.worker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes uuencoded bytes (POSIX.1, uuencode): lines of a length and groups of four characters for three bytes. */
final class Uuencoding {
    private Uuencoding() {}

    static byte[] decode(byte[] coded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean inside = false;
        for (String line : new String(coded, StandardCharsets.ISO_8859_1).split("\r?\n", -1)) {
            if (line.startsWith("begin ")) {
                inside = true;
            } else if (line.equals("end")) {
                break;
            } else if (inside && !line.isEmpty()) {
                decodeLine(line, out);
            }
        }
        return out.toByteArray();
    }

    private static void decodeLine(String line, ByteArrayOutputStream out) {
        int left = bits(line, 0);
        for (int at = 1; left > 0 && at < line.length(); at += 4) {
            int group = bits(line, at) << 18 | bits(line, at + 1) << 12 | bits(line, at + 2) << 6 | bits(line, at + 3);
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8) {
                out.write(group >> shift & 0xFF);
                left--;
            }
        }
    }

    private static int bits(String line, int at) {
        return at < line.length() ? (line.charAt(at) - 32) & 63 : 0;
    }
}
