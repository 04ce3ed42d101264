package org.plumbline.documents.mentions;

import java.util.Locale;

/** Why something is taken for a mention. */
public enum Ground {
    /** Its check digits hold. */
    CHECK_DIGITS,
    /** It is possible under the published numbering plan. */
    NUMBERING_PLAN,
    /** It has the form, and a word beside it says what it is. */
    WORD_BESIDE,
    /** It has the form and nothing more speaks for it. */
    FORM,
    /** It has the form and can be read in two ways; both are kept. */
    TWO_READINGS,
    /** The case knows this name. */
    KNOWN_NAME;

    /** The word that records and bundles of words know it by. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
