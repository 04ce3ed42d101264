package org.plumbline.engine.log.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    /** Name and version of the form of an entry; it parts these hashes from all others. */
    public static final String FORMAT = "plumbline.org/entry@v1";

    private static final byte[] BEFORE = ascii("{\"entry\":");
    private static final byte[] BETWEEN = ascii(",\"format\":\"" + FORMAT + "\",\"salt\":\"");
    private static final byte[] AFTER = ascii("\"}");

    /** Commits to an entry. */
    public static Commitment to(Json.Fields entry, Salt salt) throws Refused {
        return toCanonical(CanonicalJson.write(entry), salt);
    }

    /**
     * Commits to an entry whose canonical bytes are at hand.
     *
     * @param entry as {@link CanonicalJson#write} gives it; not looked at again
     */
    public static Commitment toCanonical(byte[] entry, Salt salt) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            // The three names in the order that RFC 8785 asks for; none of the values needs an escape.
            sha256.update(BEFORE);
            sha256.update(entry);
            sha256.update(BETWEEN);
            sha256.update(salt.hex().getBytes(StandardCharsets.US_ASCII));
            return new Commitment(Hash.at(sha256.digest(AFTER), 0));
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
