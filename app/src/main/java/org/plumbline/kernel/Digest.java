package org.plumbline.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4): the digest of record of every exhibit.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "A SHA-256 digest has 64 lower-case hexadecimal digits, not \"" + hex + "\"");
        }
    }

    public static Digest of(byte[] content) {
        return ofHash(sha256().digest(content));
    }

    /** The digest a finished {@link MessageDigest} holds. */
    public static Digest finish(MessageDigest digest) {
        return ofHash(digest.digest());
    }

    /** A fresh SHA-256; every Java platform has it. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256", e);
        }
    }

    private static Digest ofHash(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
