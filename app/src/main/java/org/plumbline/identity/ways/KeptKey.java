package org.plumbline.identity.ways;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.keys.SealingKey;
import org.springframework.stereotype.Component;

/**
 * The key under which secrets of codes lie encrypted in the records: made at the first start. AES-256-GCM (NIST SP
 * 800-38D) with a random nonce before the ciphertext.
 */
@Component
class KeptKey {
    private static final int KEY_BYTES = 32;

    private final SealingKey sealing;
    private final SecretKeySpec digesting;
    private final SecureRandom random = new SecureRandom();

    KeptKey(KeyFolder keys) {
        keys.takeIn(KeyKind.SIGN_IN, secret -> "");
        byte[] key =
                HexFormat.of().parseHex(keys.of(KeyKind.SIGN_IN, this::made).secret());
        this.sealing = new SealingKey(derived(key, "plumbline sealing"));
        this.digesting = new SecretKeySpec(derived(key, "plumbline tries"), "HmacSHA256");
    }

    private KeyFolder.Key made() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new KeyFolder.Key(HexFormat.of().formatHex(key), "");
    }

    /** Encrypts, bound to what it is for: opened for anything else it is refused. */
    byte[] seal(byte[] secret, String purpose) {
        return sealing.seal(secret, purpose);
    }

    /** What was sealed for this purpose; absent when it was altered, sealed for another, or under another key. */
    Optional<byte[]> open(byte[] whole, String purpose) {
        return sealing.open(whole, purpose);
    }

    /** A digest that says nothing to whoever has the records without this key. */
    byte[] digest(String text) {
        return mac(digesting, text);
    }

    private static byte[] derived(byte[] key, String purpose) {
        return mac(new SecretKeySpec(key, "HmacSHA256"), purpose);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
