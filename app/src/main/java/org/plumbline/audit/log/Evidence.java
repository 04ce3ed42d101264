package org.plumbline.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Refused;

/**
 * What a proof carries so that anyone can compute the leaf: the commitment, and what opens it.
 *
 * @param commitment 64 hexadecimal digits
 * @param opening absent once the body was erased by law
 */
public record Evidence(String commitment, Optional<Body> opening) {
    /**
     * @param content the body as canonical JSON
     * @param salt 64 hexadecimal digits
     */
    public record Body(String content, String salt) {}

    /** As canonical JSON, with the key that checkpoints are verified with as the log itself states it. */
    byte[] bytes(String verifier) throws Refused {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("commitment", new Json.Text(commitment));
        fields.put("log", new Json.Text(verifier));
        if (opening.isPresent()) {
            Body body = opening.get();
            fields.put("body", CanonicalJson.read(body.content().getBytes(StandardCharsets.UTF_8)));
            fields.put("salt", new Json.Text(body.salt()));
        }
        return CanonicalJson.write(new Json.Fields(fields));
    }
}
