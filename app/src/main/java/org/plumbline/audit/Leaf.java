package org.plumbline.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Commitment;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.json.Salt;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Ref;

/**
 * The commitment to one entry: its body as canonical JSON (RFC 8785) under a random salt. The entry keeps the
 * commitment when body and salt are erased by law, and every proof still holds.
 */
final class Leaf {
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

    /** 32 bytes. */
    byte[] salt() {
        return salt.clone();
    }

    /** 32 bytes. */
    byte[] hash() {
        return hash.clone();
    }

    static Leaf of(Entry entry, Salt salt) {
        Json.Fields body = body(entry);
        try {
            byte[] content = CanonicalJson.write(body);
            return new Leaf(
                    new String(content, StandardCharsets.UTF_8),
                    salt.bytes(),
                    Commitment.toCanonical(content, salt).bytes());
        } catch (Refused e) {
            throw new IllegalStateException("An entry's body cannot be committed to", e);
        }
    }

    private static Json.Fields body(Entry entry) {
        Acting acting = entry.acting();
        var body = new LinkedHashMap<String, Json>();
        body.put("entry", text(entry.id()));
        body.put("at", text(entry.at()));
        body.put("member", text(acting.member()));
        body.put("organisation", text(acting.organisation()));
        body.put("roles", roles(acting));
        body.put("session", text(acting.session()));
        body.put("channel", text(acting.channel().code()));
        body.put("purpose", text(acting.purpose().map(Acting.Purpose::text).orElse("")));
        body.put("case", text(entry.caseId().map(Object::toString).orElse("")));
        body.put("kind", text(entry.kind().code()));
        body.put("action", text(entry.action()));
        body.put("outcome", text(entry.outcome().code()));
        body.put("reason", text(entry.reason().orElse("")));
        body.put("part_of", text(entry.partOf().map(Object::toString).orElse("")));
        body.put(
                "records",
                new Json.Items(entry.refs().stream().map(Leaf::record).toList()));
        body.put("facts", facts(entry.facts()));
        return new Json.Fields(body);
    }

    private static Json roles(Acting acting) {
        List<Json> codes = acting.roles().stream()
                .map(role -> role.code())
                .sorted()
                .map(Leaf::text)
                .toList();
        return new Json.Items(codes);
    }

    private static Json record(Ref ref) {
        return new Json.Fields(Map.of("kind", text(ref.kind()), "id", text(ref.id()), "owner", text(ref.owner())));
    }

    private static Json facts(Map<String, String> facts) {
        var texts = new LinkedHashMap<String, Json>();
        facts.forEach((name, value) -> texts.put(name, text(value)));
        return new Json.Fields(texts);
    }

    /** As text; half of a surrogate pair, which no text may hold, becomes a question mark as it does in the records. */
    private static Json text(Object value) {
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        return new Json.Text(new String(bytes, StandardCharsets.UTF_8));
    }
}
