package org.plumbline.engine.evidence.custody;

import java.util.Optional;
import org.plumbline.engine.log.json.Json;

/**
 * By what means something was done.
 *
 * @param method in words
 * @param tool the tool's name, with its maker
 * @param version the tool's version
 */
public record Tooling(String method, Optional<String> tool, Optional<String> version) {
    Json.Fields json() {
        return new Writing()
                .with("method", method)
                .maybe("tool", tool)
                .maybe("version", version)
                .done();
    }

    static Tooling read(Reading fields) throws Broken {
        var means = new Tooling(fields.text("method"), fields.maybe("tool"), fields.maybe("version"));
        fields.end();
        return means;
    }
}
