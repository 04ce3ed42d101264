package org.plumbline.engine.evidence.custody;

import java.util.UUID;
import org.plumbline.engine.log.json.Json;

/**
 * A member, with the name they had when the act was put together.
 *
 * @param id the member's identifier, which stays
 */
public record Person(UUID id, String name) {
    Json.Fields json() {
        return new Writing().with("id", id).with("name", name).done();
    }

    static Person read(Reading fields) throws Broken {
        var person = new Person(fields.id("id"), fields.text("name"));
        fields.end();
        return person;
    }
}
