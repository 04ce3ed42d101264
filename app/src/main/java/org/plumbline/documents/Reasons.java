package org.plumbline.documents;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reasons as records keep them, in JSON. */
final class Reasons {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Reason>> LIST = new TypeReference<>() {};

    private Reasons() {}

    static String write(List<Reason> reasons) {
        return Plain.text(JSON.writeValueAsString(reasons).replace("\\u0000", "\\uFFFD"));
    }

    static List<Reason> read(String json) {
        return json.equals("[]") ? List.of() : JSON.readValue(json, LIST);
    }
}
