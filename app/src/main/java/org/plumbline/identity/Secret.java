package org.plumbline.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.plumbline.kernel.Digest;

/**
 * A random secret in a link or a token: 192 bits, shown once, kept only as SHA-256. A slow hash is not needed, since
 * the secret isn't chosen by a person.
 *
 * @param text what the person gets
 */
record Secret(String text) {
    static Secret make(String prefix, RandomGenerator random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        MessageDigest digest = Digest.sha256();
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "secret";
    }
}
