package org.plumbline.identity.ways;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.springframework.stereotype.Component;

/**
 * The key under which secrets of codes lie encrypted in the records: made at the first start. AES-256-GCM (NIST SP
 * 800-38D) with a random nonce before the ciphertext.
 */
@Component
class KeptKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec digesting;
    private final SecureRandom random = new SecureRandom();

    KeptKey(KeyFolder keys) {
        keys.takeIn(KeyKind.SIGN_IN, secret -> "");
        byte[] key =
                HexFormat.of().parseHex(keys.of(KeyKind.SIGN_IN, this::made).secret());
        this.sealing = new SecretKeySpec(derived(key, "plumbline sealing"), "AES");
        this.digesting = new SecretKeySpec(derived(key, "plumbline tries"), "HmacSHA256");
    }

    private KeyFolder.Key made() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new KeyFolder.Key(HexFormat.of().formatHex(key), "");
    }

    /** Encrypts, bound to what it is for: opened for anything else it is refused. */
    byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sealed for this purpose; absent when it was altered, sealed for another, or under another key. */
    Optional<byte[]> open(byte[] whole, String purpose) {
        if (whole.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (GeneralSecurityException altered) {
            return Optional.empty();
        }
    }

    /** A digest that says nothing to whoever has the records without this key. */
    byte[] digest(String text) {
        return mac(digesting, text);
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
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
