package org.plumbline.engine.log.refusal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The small pieces every format here is made of, each read in the one form its writer may use: two texts never mean the
 * same, so a changed byte is always noticed.
 */
public final class Strict {
    /** The digits of 2^63 - 1. */
    private static final int MOST_DIGITS = 19;

    private Strict() {}

    /** A decimal of ASCII digits without leading zeros, from 0 to 2^63 - 1. */
    public static long decimal(String text) throws Refused {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new Refused(Fault.NOT_A_NUMBER, "decimal digits without leading zeros");
        }
        if (text.length() > MOST_DIGITS) {
            throw new Refused(Fault.NUMBER_TOO_LARGE, "at most " + Long.MAX_VALUE);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new Refused(Fault.NUMBER_TOO_LARGE, "at most " + Long.MAX_VALUE);
        }
    }

    /** The bytes of a base64 text (RFC 4648 section 4) with its padding and without spare bits. */
    public static byte[] base64(String text) throws Refused {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The decoder takes missing padding and spare bits; only one text may stand for these bytes.
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below, like a text in another form.
        }
        throw new Refused(Fault.NOT_BASE64, "standard alphabet, padded, no spare bits");
    }

    /** Base64 with padding. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A text in UTF-8 without control characters other than newline, of at most {@code most} bytes. */
    public static String text(byte[] bytes, int most) throws Refused {
        if (bytes.length > most) {
            throw new Refused(Fault.TOO_LONG, bytes.length + " bytes, at most " + most);
        }
        String text = utf8(bytes);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Refused(Fault.CONTROL_CHARACTER, "none below U+0020 but newline");
        }
        return text;
    }

    private static String utf8(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(Fault.NOT_UTF8, "bytes that are no UTF-8");
        }
    }
}
