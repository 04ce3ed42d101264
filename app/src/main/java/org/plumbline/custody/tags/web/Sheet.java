package org.plumbline.custody.tags.web;

import java.util.Arrays;
import java.util.Optional;

/** What tags are printed on: sheets of stickers in the sizes that are sold, and the roll of a printer for tags. */
public enum Sheet {
    /** One a page, to go with a large thing. */
    A4_1("a4-1", 1),
    /** 105 by 74 mm, without a margin. */
    A4_8("a4-8", 8),
    /** 70 by 37 mm, without a margin. */
    A4_24("a4-24", 24),
    /** 52.5 by 29.7 mm, without a margin. */
    A4_40("a4-40", 40),
    /** 62 by 29 mm, one after the other. */
    ROLL_62("roll-62", 1);

    private final String code;
    private final int each;

    Sheet(String code, int each) {
        this.code = code;
        this.each = each;
    }

    /** The form used in addresses, style sheets and message keys. */
    public String code() {
        return code;
    }

    /** How many tags a page has room for. */
    public int each() {
        return each;
    }

    static Optional<Sheet> ofCode(String code) {
        return Arrays.stream(values()).filter(sheet -> sheet.code.equals(code)).findFirst();
    }
}
