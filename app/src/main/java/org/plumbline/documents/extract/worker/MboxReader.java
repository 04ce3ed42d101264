package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.plumbline.documents.extract.Child;

/** Splits a mailbox into its mails (RFC 4155): a mail begins at a line "From " after an empty line or at the start. */
final class MboxReader implements FormatReader {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern QUOTED = Pattern.compile(">+From .*", Pattern.DOTALL);
    private static final int LONGEST_LINE = 1 << 20;

    @Override
    public void read(Source source, Gathering into) throws IOException {
        into.isContainer();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()), 1 << 16)) {
            Lines lines = new Lines(in);
            int number = 0;
            lines.advance();
            while (!lines.ended()) {
                number++;
                String path = String.valueOf(number);
                into.child(new OneMail(lines), "", path, "message/rfc822", Child.Relation.MAIL);
                while (!lines.ended() && !lines.separates()) {
                    lines.advance();
                }
            }
        }
    }

    /** Whether a file that begins like a mailbox holds more than one mail. */
    static boolean hasSecondMail(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Lines lines = new Lines(in);
            lines.advance();
            do {
                lines.advance();
            } while (!lines.ended() && !lines.separates());
            return !lines.ended();
        }
    }

    /** Reads lines with their ends and knows whether the present one separates two mails. */
    private static final class Lines {
        private final InputStream in;
        private byte[] line = new byte[0];
        private boolean afterEmpty = true;
        private boolean ended;

        Lines(InputStream in) {
            this.in = in;
        }

        void advance() throws IOException {
            afterEmpty = line.length == 0 || isEmpty(line);
            ByteArrayOutputStream next = new ByteArrayOutputStream(128);
            int c = in.read();
            while (c >= 0) {
                next.write(c);
                if (c == '\n' || next.size() >= LONGEST_LINE) {
                    break;
                }
                c = in.read();
            }
            line = next.toByteArray();
            ended = line.length == 0;
        }

        boolean ended() {
            return ended;
        }

        boolean separates() {
            if (!afterEmpty || line.length < FROM.length) {
                return false;
            }
            for (int i = 0; i < FROM.length; i++) {
                if (line[i] != FROM[i]) {
                    return false;
                }
            }
            return true;
        }

        byte[] line() {
            return line;
        }

        private static boolean isEmpty(byte[] line) {
            return line[0] == '\n' || (line.length == 2 && line[0] == '\r' && line[1] == '\n');
        }
    }

    /** The bytes of one mail, without the line that separates it and with quoted "From " lines restored. */
    private static final class OneMail extends InputStream {
        private final Lines lines;
        private byte[] current = new byte[0];
        private int at;

        OneMail(Lines lines) throws IOException {
            this.lines = lines;
            if (lines.separates()) {
                lines.advance();
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (at == current.length) {
                if (lines.ended() || lines.separates()) {
                    return -1;
                }
                current = unquoted(lines.line());
                at = 0;
                lines.advance();
            }
            int n = Math.min(length, current.length - at);
            System.arraycopy(current, at, target, offset, n);
            at += n;
            return n;
        }

        private static byte[] unquoted(byte[] line) {
            if (line[0] != '>') {
                return line;
            }
            String text = new String(line, StandardCharsets.ISO_8859_1);
            return QUOTED.matcher(text).matches() ? text.substring(1).getBytes(StandardCharsets.ISO_8859_1) : line;
        }
    }
}
