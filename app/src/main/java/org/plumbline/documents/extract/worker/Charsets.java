package org.plumbline.documents.extract.worker;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/** Finds the character set of bytes: mark, strict UTF-8, the shape of UTF-16, what was declared, then statistics. */
final class Charsets {
    private static final int SAMPLE = 64 << 10;

    private Charsets() {}

    /** The character set these bytes are most likely written in. */
    static Charset of(byte[] bytes, String declared) {
        Optional<Charset> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return wide.get();
        }
        Optional<Charset> stated = named(declared);
        if (isAscii(bytes)) {
            // Seven bits and escapes are also how ISO-2022 and UTF-7 are written: then the declaration counts.
            return stated.or(() -> escaped(bytes)).orElse(StandardCharsets.UTF_8);
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (stated.isPresent() && !stated.get().equals(StandardCharsets.UTF_8) && decodes(bytes, stated.get())) {
            return western(stated.get());
        }
        return likeliest(bytes);
    }

    static String decode(byte[] bytes, String declared) {
        if (declared.equalsIgnoreCase("utf-7") || declared.equalsIgnoreCase("unicode-1-1-utf-7")) {
            return Utf7.decode(bytes);
        }
        String text = new String(bytes, of(bytes, declared));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The character set of a name, when Java knows it. */
    static Optional<Charset> named(String name) {
        String clean = name.strip().replace("\"", "").replace("'", "");
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(clean));
        } catch (IllegalArgumentException e) {
            // Not a name, or not one Java knows: the bytes themselves have to tell.
            return Optional.empty();
        }
    }

    static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<Charset> marked(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (starts(b, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(b, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> escaped(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$') {
                return Optional.of(Charset.forName("ISO-2022-JP"));
            }
        }
        return Optional.empty();
    }

    /**
     * UTF-16 without a mark: every second byte is nearly always the same small number, the block of the script, and
     * what comes out is letters.
     */
    static Optional<Charset> wide(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) / 2 * 2;
        if (length < 8) {
            return Optional.empty();
        }
        for (int parity = 0; parity < 2; parity++) {
            Charset charset = parity == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            if (repeats(bytes, length, parity) && isWritten(new String(bytes, 0, length, charset))) {
                return Optional.of(charset);
            }
        }
        return Optional.empty();
    }

    private static boolean repeats(byte[] bytes, int length, int parity) {
        int[] counts = new int[32];
        for (int i = parity; i < length; i += 2) {
            if (bytes[i] >= 0 && bytes[i] < counts.length && bytes[i] != '\n' && bytes[i] != '\r') {
                counts[bytes[i]]++;
            }
        }
        return Arrays.stream(counts).max().orElse(0) * 2 > length / 2;
    }

    private static boolean isWritten(String text) {
        long written = text.chars()
                .filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c) || (c > ' ' && c < 0x7F))
                .count();
        return written * 10 > text.length() * 9L;
    }

    private static Charset likeliest(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector(SAMPLE);
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        for (CharsetMatch match : detector.detectAll()) {
            Optional<Charset> charset = named(match.getName());
            if (charset.isPresent() && !charset.get().equals(StandardCharsets.UTF_8)) {
                return western(charset.get());
            }
        }
        return Charset.forName("windows-1252");
    }

    /** What is declared Latin-1 is read as its superset, as every browser does (WHATWG Encoding, section 4.2). */
    private static Charset western(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                ? Charset.forName("windows-1252")
                : charset;
    }
}
