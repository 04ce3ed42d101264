package org.plumbline.documents;

import java.util.Locale;
import java.util.Map;
import org.plumbline.kernel.Input;

/** Which files of an ingestion are read once more. */
enum Again {
    /** Those that could not be read. */
    FAILED,
    /** Those, what was read in part, and what was not supported. */
    SHORT,
    /** What was read with other tools than there are now. */
    OLDER,
    /** What holds scans that were read in other languages than the case has now. */
    SCANS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a choice; anything else is noted in the input under {@code which} and answered by one of them. */
    static Again read(String code, Input input) {
        for (Again one : values()) {
            if (one.code().equals(code.strip())) {
                return one;
            }
        }
        input.refuse("which", "field-not-a-choice", Map.of("value", code));
        return FAILED;
    }
}
