package org.plumbline.custody.fixity;

import java.time.Instant;
import java.util.Locale;

/** What came out when content was digested again. */
public record FixityCheck(Instant at, Result result) {
    /** Of one check. */
    public enum Result {
        /** The bytes are the ones that were received. */
        HELD,
        /** They are other bytes, or do not open. */
        CHANGED,
        /** There are none. */
        MISSING;

        /** Lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Result ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether the bytes are kept back: they are shown and read again once a later check finds the ones received. */
    public boolean isQuarantined() {
        return result != Result.HELD;
    }
}
