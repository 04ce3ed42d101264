package org.plumbline.engine.model.ftm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Vocabulary;

/**
 * Reads FollowTheMoney JSON lines, one entity a line, holding one line at a time. Bad input is a row, never an
 * exception; what the receiver of rows throws passes through.
 */
public final class FtmReader {
    /** The longest line read, in bytes, unless told otherwise: the text of a long document fits. */
    public static final int LINE_LIMIT = 8 << 20;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final FtmLine lines;
    private final int lineLimit;

    public FtmReader(Vocabulary vocabulary, Policy policy) {
        this(vocabulary, policy, LINE_LIMIT);
    }

    /** With another limit for a line, in bytes. */
    public FtmReader(Vocabulary vocabulary, Policy policy, int lineLimit) {
        this.lines = new FtmLine(vocabulary, policy);
        this.lineLimit = lineLimit;
    }

    /** Hands over each line that is not blank, in order; the stream is not closed. */
    public FtmTally read(InputStream in, Consumer<FtmRow> rows) {
        var cut = new ByteLines(in, lineLimit);
        var count = new Count(rows);
        try {
            for (byte[] line = cut.next(); line != null; line = cut.next()) {
                count.lines++;
                take(line, cut.wasTooLong(), count);
            }
        } catch (IOException e) {
            count.lines++;
            count.accept(new FtmRow.Refused(
                    count.lines, FtmFault.INPUT_BROKEN, e.getClass().getSimpleName()));
        }
        return count.tally();
    }

    private void take(byte[] line, boolean tooLong, Count count) {
        if (tooLong) {
            count.accept(new FtmRow.Refused(count.lines, FtmFault.LINE_TOO_LONG, "at most " + lineLimit + " bytes"));
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            count.accept(new FtmRow.Refused(count.lines, FtmFault.NOT_UTF8, "UTF-8"));
            return;
        }
        boolean marked = count.lines == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        String content = marked ? text.substring(1) : text;
        if (content.isBlank()) {
            count.blank++;
        } else {
            count.accept(lines.read(count.lines, content));
        }
    }
}
