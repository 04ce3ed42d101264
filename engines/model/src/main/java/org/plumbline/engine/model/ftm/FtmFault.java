package org.plumbline.engine.model.ftm;

import java.util.Locale;

/** Why a line or a property was not read; {@link #code()} is stable. */
public enum FtmFault {
    /** The stream itself ended in an error, such as a cut archive; nothing after it was read. */
    INPUT_BROKEN,
    LINE_TOO_LONG,
    NOT_UTF8,
    NOT_JSON,
    NOT_AN_OBJECT,
    NO_ID,
    BAD_ID,
    NO_SCHEMA,
    UNKNOWN_SCHEMA,
    REFUSED_SCHEMA,
    BAD_PROPERTIES,
    UNKNOWN_PROPERTY,
    REFUSED_PROPERTY,
    /** Only the other end of another schema's property: it holds no values. */
    MIRRORED_PROPERTY,
    /** An object or list where a text belongs. */
    NESTED_VALUE;

    /** Lower case with hyphens, such as {@code line-too-long}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
