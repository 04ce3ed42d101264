package org.plumbline.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a report; the facts of the case open every report and are no section. Parts stand in this order. */
public enum Section {
    INTRODUCTION,
    FINDINGS,
    CHARTS,
    CONCLUSION,
    EXHIBITS;

    /** The form used in records, forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The section of a code; absent when there is none. */
    public static Optional<Section> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
