package org.plumbline.custody.vault;

/**
 * MD5 or SHA-1 of bytes, for comparing; the digest of record is their SHA-256.
 *
 * @param hex lower-case hexadecimal digits, 32 or 40 of them
 */
public record ComparisonDigest(ComparisonKind kind, String hex) {
    public ComparisonDigest {
        if (!kind.isDigest(hex)) {
            throw new IllegalArgumentException("No " + kind.method() + " is written \"" + hex + "\"");
        }
    }
}
