package org.plumbline.settings;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param key its name in the file, with points between tables
 * @param kind what values it takes
 * @param otherwise what holds where it is not set; empty for nothing
 * @param property under which name the application reads it
 */
public record Setting(String key, Kind kind, String otherwise, String property) {
    private static final String PREFIX = "plumbline.";

    Setting(String key, Kind kind, String otherwise) {
        this(key, kind, otherwise, PREFIX + key);
    }

    /** Its name in the environment, such as {@code PLUMBLINE_TRAIL_WITNESSES}. */
    public String variable() {
        return "PLUMBLINE_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
