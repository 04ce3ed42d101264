package org.plumbline.engine.log.note;

import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** The name of a key: some text without spaces of any script, plus signs and control characters. */
final class KeyName {
    /** A character that is a space in Unicode but neither for {@code isWhitespace} nor for {@code isSpaceChar}. */
    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    static void check(String name) throws Refused {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyName::isForbidden)) {
            throw new Refused(Fault.KEY_NAME, "not empty, no space, no plus");
        }
    }

    private static boolean isForbidden(int c) {
        return c == '+' || c < ' ' || c == NEXT_LINE || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
