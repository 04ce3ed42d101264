package org.plumbline.engine.log.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.TreeHasher;

/**
 * What stands in the log for an entry: SHA-256 over the canonical JSON of its format, the entry and a salt. The entry
 * can be erased with its salt, and every proof still holds.
 *
 * @param hash the leaf's data, not yet its leaf hash
 */
public record Commitment(Hash hash) {
    /** Parts these hashes from all others. */
    private static final Json.Text FORMAT = new Json.Text("plumbline.org/entry@v1");

    /** Commits to an entry. */
    public static Commitment to(Json.Fields entry, Salt salt) throws Refused {
        byte[] bytes = CanonicalJson.write(
                new Json.Fields(Map.of("format", FORMAT, "entry", entry, "salt", new Json.Text(salt.hex()))));
        try {
            return new Commitment(Hash.at(MessageDigest.getInstance("SHA-256").digest(bytes), 0));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Refuses unless this commits to the entry under the salt. */
    public void verify(Json.Fields entry, Salt salt) throws Refused {
        if (!to(entry, salt).equals(this)) {
            throw new Refused(Fault.COMMITMENT_MISMATCH, "another entry or salt");
        }
    }

    /** The entry as it is appended to the log: 32 bytes. */
    public byte[] bytes() {
        return hash.bytes();
    }

    /** The hash of the leaf that this is. */
    public Hash leaf() {
        return new TreeHasher().leaf(bytes());
    }
}
