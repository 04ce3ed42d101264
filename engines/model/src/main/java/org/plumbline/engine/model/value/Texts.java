package org.plumbline.engine.model.value;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.plumbline.engine.model.value.Checked.Valid;

/** Normal forms of plain text: Unicode NFC. */
final class Texts {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    // Unicode controls, and the embeddings and overrides that make a text read other than it is stored (UTS 39, 5.4).
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

    private Texts() {}

    /** One line: inner white space becomes one space. */
    static Checked line(String raw) {
        return clean(SPACES.matcher(raw).replaceAll(" "));
    }

    /** Longer text: its line breaks stay. */
    static Checked text(String raw) {
        return clean(raw);
    }

    /** Whether it holds a control character, a direction override or half a character. */
    static boolean isBroken(String raw) {
        return CONTROLS.matcher(raw).find() || raw.codePoints().anyMatch(point -> point >= 0xd800 && point <= 0xdfff);
    }

    private static Checked clean(String raw) {
        return new Valid(Normalizer.normalize(raw, Normalizer.Form.NFC));
    }
}
