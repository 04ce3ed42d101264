package org.plumbline.reports.render;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import java.util.ArrayList;
import java.util.List;

/** Text in two directions by the Unicode Bidirectional Algorithm (UAX #9), and the joining of Arabic letters. */
final class BidiText {
    /** A stretch of text in one direction, in logical order. */
    record Stretch(String text, boolean rightToLeft) {}

    private BidiText() {}

    /** Whether the first strong character makes the paragraph run from right to left (UAX #9, rule P2). */
    static boolean rightToLeft(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL;
    }

    static List<Stretch> stretches(String text) {
        Bidi bidi = new Bidi(text, Bidi.LEVEL_DEFAULT_LTR);
        List<Stretch> stretches = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            BidiRun run = bidi.getLogicalRun(at);
            stretches.add(new Stretch(text.substring(at, run.getLimit()), run.isOddRun()));
            at = run.getLimit();
        }
        return List.copyOf(stretches);
    }

    /** Arabic letters in their joined forms, for a writer that takes glyphs by character. */
    static String joined(String text) {
        return shape(text, ArabicShaping.LETTERS_SHAPE);
    }

    static String parted(String text) {
        return shape(text, ArabicShaping.LETTERS_UNSHAPE);
    }

    private static String shape(String text, int letters) {
        try {
            return new ArabicShaping(letters | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK)
                    .shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("Arabic letters cannot be joined with these options", e);
        }
    }
}
