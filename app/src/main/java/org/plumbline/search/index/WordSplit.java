package org.plumbline.search.index;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes punctuation equal to space: a word ends wherever something stands that is neither letter, digit nor mark, so
 * {@code report.pdf}, {@code orders_2018} and {@code O'Brien} are each found by their parts and, the parts being
 * neighbours, as a whole. Where asked, every character of Chinese, Japanese and Korean is a word of its own, so that
 * any run of them is found. A word joined by {@link LineEndHyphens} stands as a whole and, in its place too, as parts.
 */
final class WordSplit extends TokenFilter {
    /** Longer runs are no words; they are cut alike in texts and in queries. */
    private static final int LONGEST = 255;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Queue<Part> parts = new ArrayDeque<>();
    private final boolean characters;

    private record Part(String text, int start, int end, int increment) {}

    WordSplit(TokenStream input, boolean characters) {
        super(input);
        this.characters = characters;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (parts.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            if (isWhole()) {
                return true;
            }
            split(term.toString(), offset.startOffset(), offset.endOffset(), increment.getPositionIncrement());
        }
        Part part = parts.remove();
        term.setEmpty().append(part.text());
        offset.setOffset(part.start(), part.end());
        increment.setPositionIncrement(part.increment());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
    }

    private boolean isWhole() {
        int length = term.length();
        if (length == 0 || length > LONGEST) {
            return false;
        }
        if (term.charAt(0) == Stem.MARK) {
            return true; // no word of a text
        }
        for (int i = 0; i < length; ) {
            int c = Character.codePointAt(term.buffer(), i, length);
            if (!isWord(c) || c == LineEndHyphens.JOIN || (characters && isCharacterWord(c))) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private void split(String text, int start, int end, int first) {
        boolean exact = end - start == text.length();
        int begin = 0;
        int next = first;
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            int width = Character.charCount(c);
            boolean alone = characters && isCharacterWord(c);
            if (alone || !isWord(c)) {
                next = add(text, begin, i, exact ? start : -1, start, end, next);
                if (alone) {
                    next = add(text, i, i + width, exact ? start : -1, start, end, next);
                }
                begin = i + width;
            }
            i += width;
        }
    }

    /** Adds text[from, to) and gives the increment of the part that follows. */
    private int add(String text, int from, int to, int base, int start, int end, int step) {
        if (from >= to) {
            return step;
        }
        int partStart = base < 0 ? start : base + from;
        int partEnd = base < 0 ? end : base + to;
        String part = text.substring(from, to);
        if (part.indexOf(LineEndHyphens.JOIN) < 0) {
            parts.add(new Part(cut(part), partStart, partEnd, step));
            return 1;
        }
        String whole = part.replace(String.valueOf(LineEndHyphens.JOIN), "");
        if (whole.isEmpty()) {
            return step;
        }
        parts.add(new Part(cut(whole), partStart, partEnd, step));
        for (String piece : part.split(String.valueOf(LineEndHyphens.JOIN), -1)) {
            if (!piece.isEmpty() && !piece.equals(whole)) {
                parts.add(new Part(cut(piece), partStart, partEnd, 0));
            }
        }
        return 1;
    }

    private static String cut(String part) {
        if (part.length() <= LONGEST) {
            return part;
        }
        return part.substring(0, Character.isHighSurrogate(part.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Whether the script is written without spaces, or with words that people search by parts. */
    static boolean isCharacterWord(int c) {
        if (c < 0x1100) {
            return false;
        }
        int script = UScript.getScript(c);
        return script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || script == UScript.HANGUL
                || c == 0x30FC // the mark that lengthens a vowel belongs to both kana
                || (script == UScript.COMMON && UCharacter.isUAlphabetic(c) && UScript.hasScript(c, UScript.HAN));
    }
}
