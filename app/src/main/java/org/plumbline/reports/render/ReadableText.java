package org.plumbline.reports.render;

import com.ibm.icu.text.Normalizer2;
import java.util.function.Consumer;

/**
 * Text made fit for a file: composed (NFC, UAX #15) so that letters and their marks are one glyph, and with every
 * control character and every character that turns the direction of what follows written out by its code, so that a
 * value from a hostile source can neither break the file nor reorder a line.
 */
final class ReadableText {
    private ReadableText() {}

    static String of(String text, Consumer<Warning> warnings) {
        String composed = Normalizer2.getNFCInstance().normalize(text);
        StringBuilder readable = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> {
            if (isHidden(point)) {
                String code = String.format("U+%04X", point);
                warnings.accept(new Warning(Warning.Kind.CONTROL_SHOWN, code));
                readable.append('[').append(code).append(']');
            } else {
                readable.appendCodePoint(isWhite(point) ? ' ' : point);
            }
        });
        return readable.toString();
    }

    private static boolean isWhite(int point) {
        return point == '\t' || point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029;
    }

    // Embeddings, overrides and isolates of UAX #9; surrogates and non-characters are not allowed in XML 1.0.
    private static boolean isHidden(int point) {
        return (point < 0x20 && !isWhite(point))
                || (point >= 0x7f && point < 0xa0)
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069)
                || (point >= 0xd800 && point <= 0xdfff)
                || (point & 0xfffe) == 0xfffe
                || (point >= 0xfdd0 && point <= 0xfdef);
    }
}
