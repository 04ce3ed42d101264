package org.plumbline.reports.render;

import java.util.Map;

/** The fixed words of a report in its language, by key; the keys are those of {@code messages/reports.properties}. */
@FunctionalInterface
public interface Words {
    /** The words for a key with its named arguments filled in; an unknown key is a bug of the caller. */
    String say(String key, Map<String, Object> arguments);

    /** The words for a key without arguments. */
    default String say(String key) {
        return say(key, Map.of());
    }
}
