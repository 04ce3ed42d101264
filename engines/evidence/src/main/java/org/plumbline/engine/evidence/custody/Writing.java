package org.plumbline.engine.evidence.custody;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Refused;

/** Puts the fields of a canonical object together; what is absent is left out. */
final class Writing {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    Writing with(String name, Object value) {
        fields.put(name, new Json.Text(value.toString()));
        return this;
    }

    Writing maybe(String name, Optional<?> value) {
        value.ifPresent(v -> with(name, v));
        return this;
    }

    Writing with(String name, long value) {
        fields.put(name, new Json.Whole(value));
        return this;
    }

    Writing flag(String name, boolean value) {
        fields.put(name, new Json.Flag(value));
        return this;
    }

    Writing with(String name, Json value) {
        fields.put(name, value);
        return this;
    }

    Writing list(String name, List<? extends Json> values) {
        if (!values.isEmpty()) {
            fields.put(name, new Json.Items(List.copyOf(values)));
        }
        return this;
    }

    Json.Fields done() {
        return new Json.Fields(fields);
    }

    /** The canonical bytes; a text that is no text, such as half a character, cannot be written. */
    byte[] bytes() {
        try {
            return CanonicalJson.write(done());
        } catch (Refused refused) {
            throw new IllegalArgumentException("Not a text that can be written: " + refused.detail(), refused);
        }
    }
}
