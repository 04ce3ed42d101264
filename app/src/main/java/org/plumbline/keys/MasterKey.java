package org.plumbline.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * 256 bits under which all other keys are sealed: AES-256-GCM (NIST SP 800-38D), a random nonce before the ciphertext.
 */
public final class MasterKey {
    /** Bytes of a key. */
    static final int BYTES = 32;

    private static final int FINGERPRINT_BYTES = 10;
    private static final byte[] NAMED = "plumbline master key\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** @throws KeyRefused unless these are 32 bytes */
    static MasterKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new KeyRefused("A master key has " + BYTES + " bytes, this one " + bytes.length);
        }
        return new MasterKey(bytes);
    }

    static MasterKey random(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** The key itself. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** What names the key and tells nothing of it: the first 80 bits of a SHA-256, in groups of four digits. */
    public String fingerprint() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(NAMED);
            String hex = HexFormat.of().formatHex(sha256.digest(bytes), 0, FINGERPRINT_BYTES);
            return String.join("-", hex.split("(?<=\\G.{4})"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What seals under it. */
    SealingKey sealing() {
        return new SealingKey(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey key && MessageDigest.isEqual(key.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }

    /** The fingerprint: a key that is printed by mistake tells nothing. */
    @Override
    public String toString() {
        return fingerprint();
    }
}
