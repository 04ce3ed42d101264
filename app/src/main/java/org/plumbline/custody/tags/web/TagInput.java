package org.plumbline.custody.tags.web;

import java.util.Map;
import org.plumbline.kernel.Input;

/**
 * How tags are to be printed, as a form says it.
 *
 * @param skip how many stickers of the first page are used already
 */
record TagInput(Sheet sheet, int skip) {
    static TagInput of(String sheet, String skip) {
        var input = new Input();
        Sheet chosen = Sheet.ofCode(sheet).orElse(Sheet.A4_24);
        if (!sheet.isEmpty() && !chosen.code().equals(sheet)) {
            input.refuse("sheet", "field-not-a-choice", Map.of("value", sheet));
        }
        int used = 0;
        if (skip.strip().matches("[0-9]{1,3}")) {
            used = Integer.parseInt(skip.strip());
        } else if (!skip.isBlank()) {
            input.refuse("skip", "tags-skip", Map.of("most", "" + (chosen.each() - 1)));
        }
        if (used >= chosen.each()) {
            input.refuse("skip", "tags-skip", Map.of("most", "" + (chosen.each() - 1)));
        }
        input.check();
        return new TagInput(chosen, used);
    }

    /** Before anything was chosen, and where it was refused. */
    static TagInput usual() {
        return new TagInput(Sheet.A4_24, 0);
    }
}
