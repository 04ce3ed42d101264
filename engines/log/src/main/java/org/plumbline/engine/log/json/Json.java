package org.plumbline.engine.log.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value as far as entries need one. Numbers are whole and no larger than 2^53 - 1, where every reader agrees;
 * others, such as amounts of money, are texts.
 */
public sealed interface Json {
    /** A text. */
    record Text(String value) implements Json {}

    /** A whole number. */
    record Whole(long value) implements Json {}

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** Null: known to be absent. */
    record Nothing() implements Json {}

    /** Values in order. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Values by name. */
    record Fields(Map<String, Json> values) implements Json {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
