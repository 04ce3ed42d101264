package org.plumbline.documents.extract.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.plumbline.documents.extract.Shortfall;

/** Reads Windows Write 3: after a head of 128 bytes the text lies in one run, up to the place the head names. */
final class WriteReader implements FormatReader {
    private static final int HEAD = 128;
    private static final int TEXT_END = 14;
    private static final int LARGEST = 64 << 20;

    @Override
    public void read(Source source, Gathering into) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.file().toFile(), "r")) {
            file.seek(TEXT_END);
            long end = Integer.reverseBytes(file.readInt()) & 0xFFFFFFFFL;
            if (end < HEAD || end > Math.min(source.size(), LARGEST)) {
                into.note(new Shortfall.Damaged("text lies outside the file"));
                return;
            }
            byte[] text = new byte[(int) end - HEAD];
            file.seek(HEAD);
            file.readFully(text);
            into.append(Charsets.decode(text, ""));
        } catch (EOFException e) {
            into.note(new Shortfall.Damaged("head is cut"));
        }
    }
}
