package org.plumbline.identity;

import java.util.Locale;

/** What became of something that needs a second person. */
public enum Answer {
    CONFIRMED,
    DECLINED,
    WITHDRAWN;

    /** The form used in records and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Answer ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
