package org.plumbline.custody.uploads;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.plumbline.kernel.Refusal;

/**
 * What a sender says of one piece (tus 1.0.0, Checksum): the algorithm and the digest of its bytes.
 *
 * @param algorithm one of {@link #ALGORITHMS}
 * @param base64 the digest
 */
public record Checksum(String algorithm, String base64) {
    /** In the words of tus, the one to use first. */
    public static final List<String> ALGORITHMS = List.of("sha256", "sha1", "md5");

    /**
     * Reads the header {@code Upload-Checksum}.
     *
     * @throws org.plumbline.kernel.Refused when it is none, or of an algorithm that is not offered
     */
    public static Checksum of(String header) {
        String[] parts = header.strip().split(" ", 2);
        if (parts.length != 2 || !ALGORITHMS.contains(parts[0])) {
            throw Refusal.of(
                            Refusal.Kind.MALFORMED,
                            "checksum-unknown",
                            Map.of("given", parts[0], "offered", String.join(", ", ALGORITHMS)))
                    .asException();
        }
        return new Checksum(parts[0], parts[1].strip());
    }

    boolean holds(byte[] bytes, int length) {
        MessageDigest digest = digest();
        digest.update(bytes, 0, length);
        return Base64.getEncoder().encodeToString(digest.digest()).equals(base64);
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm.replace("sha", "SHA-"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
