package org.plumbline.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Commitment;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.json.Salt;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.proof.TlogProof;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;

/**
 * A proof of one entry of a trail with what it carries (docs/formats/log.md).
 *
 * @param commitment what stands in the log
 * @param body the entry; absent once it was erased by law, or withheld from whom the proof was made for
 * @param tombstone the proof of the entry that records the erasure
 * @param stated the key that the log itself states; nobody has vouched for it
 */
record EntryProof(
        TlogProof proof,
        Commitment commitment,
        Optional<Json.Fields> body,
        Optional<EntryProof> tombstone,
        VerifierKey stated) {
    private static final String ERASED = "audit.erase-body";

    /** Reads a proof and checks that its body, where it has one, is what the commitment was made of. */
    static EntryProof read(byte[] file) throws Refused {
        TlogProof proof = TlogProof.parse(file);
        String extra = proof.extra()
                .orElseThrow(() -> new Refused(Fault.PROOF_LINE, "the proof carries no entry (line \"extra\")"));
        Map<String, Json> fields = fields(CanonicalJson.read(Base64.getDecoder().decode(extra)));
        var commitment = new Commitment(Hash.at(hex(text(fields, "commitment")), 0));
        Optional<Json.Fields> body = Optional.empty();
        if (fields.get("body") instanceof Json.Fields given) {
            commitment.verify(given, Salt.of(hex(text(fields, "salt"))));
            body = Optional.of(given);
        }
        Optional<EntryProof> tombstone = Optional.empty();
        if (body.isEmpty() && fields.get("tombstone") instanceof Json.Text proven) {
            tombstone = Optional.of(tombstone(proven.value(), commitment));
        } else if (body.isEmpty() && !new Json.Flag(true).equals(fields.get("withheld"))) {
            throw new Refused(Fault.BODY_MISSING, "no body, and no entry that records its erasure");
        }
        return new EntryProof(proof, commitment, body, tombstone, VerifierKey.parse(text(fields, "log")));
    }

    /** Refuses unless the entry, and its tombstone where it has one, stand in a tree that the policy accepts. */
    Policy.Accepted verify(Policy policy) throws Refused {
        if (tombstone.isPresent()) {
            tombstone.get().verify(policy);
        }
        return proof.verify(policy, commitment.leaf());
    }

    /** An entry that says of this commitment that its body was erased. */
    private static EntryProof tombstone(String proven, Commitment erased) throws Refused {
        EntryProof tombstone = read(proven.getBytes(StandardCharsets.UTF_8));
        Map<String, Json> said = tombstone.body().map(Json.Fields::values).orElse(Map.of());
        String of = HexFormat.of().formatHex(erased.bytes());
        boolean ours = new Json.Text(ERASED).equals(said.get("action"))
                && new Json.Text("done").equals(said.get("outcome"))
                && said.get("facts") instanceof Json.Fields facts
                && new Json.Text(of).equals(facts.values().get("commitment"));
        if (!ours) {
            throw new Refused(Fault.BODY_MISSING, "what is shown as its tombstone records no erasure of this entry");
        }
        return tombstone;
    }

    private static Map<String, Json> fields(Json json) throws Refused {
        if (json instanceof Json.Fields fields) {
            return fields.values();
        }
        throw new Refused(Fault.PROOF_LINE, "extra is no JSON object");
    }

    private static String text(Map<String, Json> fields, String name) throws Refused {
        if (fields.get(name) instanceof Json.Text text) {
            return text.value();
        }
        throw new Refused(Fault.PROOF_LINE, "extra has no text \"" + name + "\"");
    }

    private static byte[] hex(String text) throws Refused {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new Refused(Fault.HASH_LENGTH, "64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(text);
    }
}
