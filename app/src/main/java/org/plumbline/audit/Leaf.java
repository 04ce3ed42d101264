package org.plumbline.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Digest;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commitment to one entry: its body as canonical JSON (RFC 8785), and SHA-256 over a random salt of 16 bytes
 * followed by that body. The entry keeps the commitment when the body is erased by law.
 */
final class Leaf {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String content;
    private final byte[] salt;
    private final byte[] hash;

    private Leaf(String content, byte[] salt, byte[] hash) {
        this.content = content;
        this.salt = salt;
        this.hash = hash;
    }

    /** Canonical JSON. */
    String content() {
        return content;
    }

    byte[] salt() {
        return salt.clone();
    }

    /** 32 bytes. */
    byte[] hash() {
        return hash.clone();
    }

    static Leaf of(Entry entry, byte[] salt) {
        String content = canonical(JSON.writeValueAsString(body(entry)));
        MessageDigest digest = Digest.sha256();
        digest.update(salt);
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        return new Leaf(content, salt, digest.digest());
    }

    private static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("An entry's body is not JSON", e);
        }
    }

    private static Map<String, Object> body(Entry entry) {
        Acting acting = entry.acting();
        var body = new LinkedHashMap<String, Object>();
        body.put("entry", entry.id().toString());
        body.put("at", entry.at().toString());
        body.put("member", acting.member().toString());
        body.put("organisation", acting.organisation().toString());
        body.put("roles", acting.roles().stream().map(r -> r.code()).sorted().toList());
        body.put("session", acting.session());
        body.put("channel", acting.channel().code());
        body.put("purpose", acting.purpose().map(Acting.Purpose::text).orElse(""));
        body.put("case", entry.caseId().map(Object::toString).orElse(""));
        body.put("kind", entry.kind().code());
        body.put("action", entry.action());
        body.put("outcome", entry.outcome().code());
        body.put("reason", entry.reason().orElse(""));
        body.put("part_of", entry.partOf().map(Object::toString).orElse(""));
        body.put("records", records(entry));
        body.put("facts", entry.facts());
        return body;
    }

    private static List<Map<String, String>> records(Entry entry) {
        return entry.refs().stream()
                .map(r -> Map.of(
                        "kind", r.kind(),
                        "id", r.id().toString(),
                        "owner", r.owner().toString()))
                .toList();
    }
}
