package org.plumbline.engine.evidence.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A digest that manifests use, by the name in their file name (RFC 8493 section 2.4). */
public enum Algorithm {
    MD5("MD5", 16),
    SHA1("SHA-1", 20),
    SHA224("SHA-224", 28),
    SHA256("SHA-256", 32),
    SHA384("SHA-384", 48),
    SHA512("SHA-512", 64);

    private final String standard;
    private final int bytes;

    Algorithm(String standard, int bytes) {
        this.standard = standard;
        this.bytes = bytes;
    }

    static Optional<Algorithm> named(String name) {
        String bare = name.toLowerCase(java.util.Locale.ROOT).replace("-", "");
        for (Algorithm each : values()) {
            if (each.label().equals(bare)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** As in a manifest's file name, such as {@code sha256}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a text is a digest of this kind. */
    boolean fits(String hex) {
        return hex.length() == 2 * bytes && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(standard);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
