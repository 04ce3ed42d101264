package org.plumbline.identity.ways;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with the parameters that OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, two
 * passes, one lane.
 */
@Component
class PasswordHashes {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    /** At most this many at once, so that guessing takes no more than 80 MiB. */
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    /** For logins that don't exist: looking at a password costs the same then. */
    private final String nobodys = encoder.encode("a password that nobody has");

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(normal(password));
        } finally {
            places.release();
        }
    }

    /** Whether the password is the one that was hashed; always no where there is none. */
    boolean matches(String password, Optional<String> hash) {
        places.acquireUninterruptibly();
        try {
            boolean same = encoder.matches(normal(password), hash.orElse(nobodys));
            return same && hash.isPresent();
        } finally {
            places.release();
        }
    }

    /** The same characters from different keyboards are the same password (NIST SP 800-63B, section 3.1.1.2). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
