package org.plumbline.entities;

import java.util.UUID;

/**
 * A statement as somebody enters it, nothing of it checked yet.
 *
 * @param property short name of the property
 * @param value as the source writes it; for a link the identifier of the other entity
 * @param language language of the original; empty when it has none
 * @param qualifier the source's own reservation, such as "approximate"; empty when it makes none
 * @param source what it rests on
 * @param locator where in the source
 * @param grading fact or assessment, with grades
 * @param validFrom the time for which it is said, a partial date; empty is open
 * @param validUntil likewise
 */
public record NewStatement(
        String property,
        String value,
        String language,
        String qualifier,
        UUID source,
        At locator,
        Weight grading,
        String validFrom,
        String validUntil) {

    /**
     * @param kind whole, page, paragraph, row, text or url
     * @param value its number, offset and length, or address; empty for the whole
     */
    public record At(String kind, String value) {
        public static final At WHOLE = new At("whole", "");
    }

    /**
     * @param kind fact or assessment
     * @param source grade A to F, empty for none
     * @param information grade 1 to 6, empty for none
     */
    public record Weight(String kind, String source, String information) {
        public static final Weight FACT = new Weight("fact", "", "");
    }

    /** An ungraded fact of a whole source, said without reservation. */
    public static NewStatement fact(String property, String value, UUID source) {
        return new NewStatement(property, value, "", "", source, At.WHOLE, Weight.FACT, "", "");
    }
}
