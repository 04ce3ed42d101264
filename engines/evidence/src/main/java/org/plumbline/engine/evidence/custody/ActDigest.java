package org.plumbline.engine.evidence.custody;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the canonical bytes of an act or a receipt, in 64 lower-case hexadecimal digits. */
public record ActDigest(String hex) {
    public ActDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A digest has 64 hexadecimal digits, not \"" + hex + "\"");
        }
    }

    /** The digest of canonical bytes. */
    public static ActDigest of(byte[] canonical) {
        return new ActDigest(HexFormat.of().formatHex(sha256(canonical)));
    }

    /** The 32 bytes: the challenge that a passkey signs. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
