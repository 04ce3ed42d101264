package org.plumbline.engine.model.value;

import java.util.Locale;

/** Why a value was not taken; {@link #code()} is stable and is what logs, answers and message bundles use. */
public enum Fault {
    EMPTY,
    TOO_LONG,
    CONTROL_CHARACTER,
    NOT_A_DATE,
    NOT_A_COUNTRY,
    NOT_A_LANGUAGE,
    NOT_A_URL,
    NOT_AN_EMAIL,
    NOT_A_PHONE,
    NOT_A_NUMBER,
    AMBIGUOUS_NUMBER,
    NOT_AN_IP,
    NOT_A_MIMETYPE,
    NOT_A_CHECKSUM,
    NOT_A_TOPIC,
    NOT_A_GENDER,
    NOT_AN_ENTITY_ID,
    NOT_JSON,
    WRONG_FORM,
    WRONG_CHECK_DIGIT;

    /** Lower case with hyphens, such as {@code not-a-date}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
