package org.plumbline.engine.evidence.completeness;

import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** Values of a JSON object by name, of the kind that belongs there. */
final class Fields {
    private Fields() {}

    static Map<String, Json> of(Json value) throws Refused {
        if (value instanceof Json.Fields fields) {
            return fields.values();
        }
        throw new Refused(Fault.EXPORT_FORM, "no object where one belongs");
    }

    static String text(Json value) throws Refused {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw new Refused(Fault.EXPORT_FORM, "no text where one belongs");
    }

    static String text(Map<String, Json> fields, String name) throws Refused {
        return maybe(fields, name).orElseThrow(() -> new Refused(Fault.EXPORT_FORM, "no text \"" + name + "\""));
    }

    static Optional<String> maybe(Map<String, Json> fields, String name) {
        return fields.get(name) instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    static long whole(Map<String, Json> fields, String name) throws Refused {
        if (fields.get(name) instanceof Json.Whole whole && whole.value() >= 0) {
            return whole.value();
        }
        throw new Refused(Fault.EXPORT_FORM, "no number \"" + name + "\"");
    }
}
