package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;

/** Reads plain text in whatever character set it was written. */
final class TextReader implements FormatReader {
    /** Enough to tell the character set by. */
    private static final int SAMPLE = 4 << 20;

    @Override
    public void read(Source source, Gathering into) throws IOException {
        Charset charset = charset(source);
        into.facts().charset(charset.name());
        try (Reader reader = new InputStreamReader(Files.newInputStream(source.file()), charset)) {
            char[] buffer = new char[1 << 14];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                into.append(java.nio.CharBuffer.wrap(buffer, 0, n));
            }
        }
    }

    /** The character set that a file of text is most likely written in. */
    static Charset charset(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.file())) {
            byte[] sample = in.readNBytes(SAMPLE);
            boolean cut = sample.length == SAMPLE;
            // A cut must not fall inside a character: end the sample after a line.
            return Charsets.of(cut ? Arrays.copyOf(sample, lastLine(sample)) : sample, "");
        }
    }

    private static int lastLine(byte[] sample) {
        int end = sample.length;
        while (end > sample.length / 2 && sample[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
