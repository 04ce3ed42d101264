package org.plumbline.engine.evidence.custody;

import java.util.UUID;
import org.plumbline.engine.log.json.Json;

/**
 * Where an exhibit is kept.
 *
 * @param code what stands on the place's label
 * @param name the place in words, from the widest to the narrowest
 */
public record Place(UUID id, String code, String name) {
    Json.Fields json() {
        return new Writing()
                .with("id", id)
                .with("code", code)
                .with("name", name)
                .done();
    }

    static Place read(Json value) throws Broken {
        Reading fields = Reading.of(value, "place");
        var place = new Place(fields.id("id"), fields.text("code"), fields.text("name"));
        fields.end();
        return place;
    }
}
