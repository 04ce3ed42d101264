package org.plumbline.search.index;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * Joins a word that was broken at a line's end: a hyphen (or soft hyphen) after a letter, then one line break, then a
 * letter that isn't upper case, becomes {@link #JOIN}. {@link WordSplit} reads the join as "one word, and two".
 */
final class LineEndHyphens extends BaseCharFilter {
    /** U+2060 WORD JOINER: Unicode's word rules (UAX 29, WB4) don't break at it. */
    static final char JOIN = '\u2060';

    private static final int LONGEST_INDENT = 40;

    private char[] buffer = new char[8192];
    private int next;
    private int filled;
    private boolean ended;
    private char previous = ' ';
    private int written;

    LineEndHyphens(Reader input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        int c = at(0);
        if (c < 0) {
            return -1;
        }
        int skipped = isHyphen((char) c) && Character.isLetter(previous) ? breakLength() : 0;
        if (skipped > 0) {
            next += skipped;
            c = JOIN;
            addOffCorrectMap(written + 1, getLastCumulativeDiff() + skipped - 1);
        } else {
            next++;
        }
        written++;
        previous = (char) c;
        return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (char) c;
        }
        return count;
    }

    /** Characters from the hyphen to the letter that goes on, or 0 when the word isn't broken here. */
    private int breakLength() throws IOException {
        int lines = 0;
        int i = 1;
        while (i < LONGEST_INDENT) {
            int c = at(i);
            if (c == '\n' || c == '\f' || (c == '\r' && at(i + 1) != '\n')) {
                lines++;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return lines == 1 && c >= 0 && Character.isLetter((char) c) && !Character.isUpperCase((char) c) ? i : 0;
            }
            i++;
        }
        return 0;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00AD';
    }

    /** The character that many places ahead, or -1 after the last. */
    private int at(int ahead) throws IOException {
        while (next + ahead >= filled && !ended) {
            fill();
        }
        return next + ahead < filled ? buffer[next + ahead] : -1;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        int count = input.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }
}
