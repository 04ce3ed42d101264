package org.plumbline.engine.evidence.bag;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** The text of a tag file. */
final class TagText {
    private TagText() {}

    /** Its lines, which end in CR, LF or both; the last may end in neither. */
    static List<String> lines(String file, byte[] bytes, Charset encoding) throws BagRefused {
        String text;
        try {
            text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BagRefused(BagFault.NOT_TEXT, file, 0, "has bytes that are no " + encoding.name());
        }
        var lines = new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
