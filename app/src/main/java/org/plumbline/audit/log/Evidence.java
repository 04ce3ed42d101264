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
 * @param opening absent once the body was erased by law, or where it is withheld from this reader
 * @param tombstone the entry that records the erasure; absent where the body was not erased
 */
public record Evidence(String commitment, Optional<Body> opening, Optional<Tombstone> tombstone) {
    /**
     * @param content the body as canonical JSON
     * @param salt 64 hexadecimal digits
     */
    public record Body(String content, String salt) {}

    /**
     * The entry that records an erasure.
     *
     * @param index its place in the log
     */
    public record Tombstone(long index, String commitment, Body opening) {
        /** What proves it in its turn. */
        Evidence evidence() {
            return new Evidence(commitment, Optional.of(opening), Optional.empty());
        }
    }

    /** The same without what opens it, for a reader who may know that the entry stands and not what it says. */
    public Evidence withheld() {
        return new Evidence(commitment, Optional.empty(), tombstone);
    }

    /**
     * As canonical JSON.
     *
     * @param verifier the key that checkpoints are verified with as the log itself states it
     * @param erasure the proof of the tombstone; empty where there is none
     */
    byte[] bytes(String verifier, String erasure) throws Refused {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("commitment", new Json.Text(commitment));
        fields.put("log", new Json.Text(verifier));
        if (opening.isPresent()) {
            Body body = opening.get();
            fields.put("body", CanonicalJson.read(body.content().getBytes(StandardCharsets.UTF_8)));
            fields.put("salt", new Json.Text(body.salt()));
        } else if (!erasure.isEmpty()) {
            fields.put("tombstone", new Json.Text(erasure));
        } else {
            fields.put("withheld", new Json.Flag(true));
        }
        return CanonicalJson.write(new Json.Fields(fields));
    }
}
