package org.plumbline.custody;

import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.identity.Step;

/**
 * How much may be kept: by a whole organisation, by each of its cases, or by one case.
 *
 * @param caseNumber the number of the one case, as it was typed
 * @param limit in bytes; absent where it was lifted
 * @param version the change of the organisation's quotas that said it
 */
public record Quota(Kind kind, Optional<String> caseNumber, OptionalLong limit, int version, Step said) {
    /** Of what it is a quota. */
    public enum Kind {
        ORGANISATION,
        EACH_CASE,
        ONE_CASE;

        /** The form used in records, addresses and message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    boolean isFor(Kind other, String number) {
        return kind == other && caseNumber.map(number::equals).orElse(true);
    }
}
