package org.plumbline.search.batch;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a list.
 *
 * @param charset what it was read as
 */
public record ListText(String text, String charset) {
    public ListText {
        text = text.replaceFirst("^\uFEFF", "");
    }

    /** As somebody typed it. */
    public static ListText typed(String text) {
        return new ListText(text, StandardCharsets.UTF_8.name());
    }

    /** Of a file in any charset that can be recognised. */
    public static ListText of(byte[] content) {
        Charset charset = charset(content);
        return new ListText(new String(content, charset), charset.name());
    }

    private static Charset charset(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            CharsetMatch match = new CharsetDetector().setText(content).detect();
            return match != null && Charset.isSupported(match.getName())
                    ? Charset.forName(match.getName())
                    : StandardCharsets.ISO_8859_1;
        }
    }
}
