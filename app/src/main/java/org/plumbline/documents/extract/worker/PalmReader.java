package org.plumbline.documents.extract.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.tika.exception.TikaException;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Outcome;
import org.xml.sax.SAXException;

/** Reads Palm documents and the Mobipocket books built on them, plain or packed by the PalmDOC method. */
final class PalmReader implements FormatReader {
    private static final int LARGEST = 64 << 20;
    private static final int PLAIN = 1;
    private static final int PALMDOC = 2;
    private static final int UTF_8_PAGE = 65001;

    private final TikaReader tika;

    PalmReader(TikaReader tika) {
        this.tika = tika;
    }

    @Override
    public void read(Source source, Gathering into) throws IOException, SAXException, TikaException {
        if (source.size() > LARGEST) {
            into.stop(Limit.MEMORY, LARGEST >> 20, source.size() >> 20);
        }
        byte[] file = Files.readAllBytes(source.file());
        String kind = file.length < 78 ? "" : new String(file, 60, 8, StandardCharsets.US_ASCII);
        if (!kind.equals("TEXtREAd") && !kind.equals("BOOKMOBI")) {
            into.rule(new Outcome.Unsupported(source.type(), kind.strip()));
            return;
        }
        try {
            book(ByteBuffer.wrap(file), kind.equals("BOOKMOBI"), source, into);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("The records lie outside the file", e);
        }
    }

    private void book(ByteBuffer file, boolean mobi, Source source, Gathering into)
            throws IOException, SAXException, TikaException {
        int head = file.getInt(78);
        int method = file.getShort(head) & 0xFFFF;
        int texts = file.getShort(head + 8) & 0xFFFF;
        if (mobi && file.getShort(head + 12) != 0) {
            into.rule(new Outcome.Encrypted());
            return;
        }
        if (method != PLAIN && method != PALMDOC) {
            into.rule(new Outcome.Unsupported(source.type(), "compression " + method));
            return;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 1; i <= texts; i++) {
            byte[] record = record(file, i);
            text.writeBytes(method == PLAIN ? record : unpacked(record));
        }
        boolean utf8 = mobi && file.getInt(head + 28) == UTF_8_PAGE;
        Charset charset = utf8 ? StandardCharsets.UTF_8 : Charsets.of(text.toByteArray(), "");
        if (mobi) {
            tika.html(text.toByteArray(), charset, into);
        } else {
            into.append(text.toString(charset));
        }
    }

    private static byte[] record(ByteBuffer file, int number) {
        int start = file.getInt(78 + 8 * number);
        byte[] record = new byte[Math.max(0, end(file, number) - start)];
        file.get(start, record);
        return record;
    }

    private static int end(ByteBuffer file, int record) {
        int records = file.getShort(76) & 0xFFFF;
        return record + 1 < records ? file.getInt(78 + 8 * (record + 1)) : file.limit();
    }

    /** PalmDOC: literals, runs of literals, a space before a letter, and pairs of distance and length back. */
    private static byte[] unpacked(byte[] record) {
        byte[] out = new byte[record.length * 8 + 16];
        int n = 0;
        for (int i = 0; i < record.length; i++) {
            int c = record[i] & 0xFF;
            if (c >= 1 && c <= 8) {
                for (int k = 0; k < c && i + 1 < record.length; k++) {
                    out[n++] = record[++i];
                }
            } else if (c < 0x80) {
                out[n++] = (byte) c;
            } else if (c >= 0xC0) {
                out[n++] = ' ';
                out[n++] = (byte) (c ^ 0x80);
            } else if (i + 1 < record.length) {
                int pair = ((c & 0x3F) << 8) | (record[++i] & 0xFF);
                int from = n - (pair >> 3);
                for (int k = (pair & 7) + 3; k > 0 && from >= 0; k--) {
                    out[n++] = out[from++];
                }
            }
        }
        return Arrays.copyOf(out, n);
    }
}
