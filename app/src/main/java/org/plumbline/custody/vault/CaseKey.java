package org.plumbline.custody.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.plumbline.kernel.Digest;

/**
 * What a case's objects are named with and sealed under: two keys derived from the case's own (HKDF, RFC 5869, with
 * SHA-256).
 */
public final class CaseKey {
    /** Length of a case's own key. */
    public static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";
    private static final byte[] NAMING = text("plumbline vault naming 1");
    private static final byte[] SEALING = text("plumbline vault sealing 1");
    private static final byte[] OBJECT = text("plumbline vault object 1");

    private final SecretKey naming;
    private final SecretKey sealing;

    /** @param secret 32 random bytes */
    public CaseKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("A case's key has 32 bytes, not " + secret.length);
        }
        try {
            KDF kdf = KDF.getInstance("HKDF-SHA256");
            SecretKey prk = kdf.deriveKey(
                    HMAC, HKDFParameterSpec.ofExtract().addIKM(secret).extractOnly());
            this.naming = kdf.deriveKey(HMAC, HKDFParameterSpec.expandOnly(prk, NAMING, BYTES));
            this.sealing = kdf.deriveKey(HMAC, HKDFParameterSpec.expandOnly(prk, SEALING, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an object of this content is called: says nothing of the content to whoever has not this key. */
    String name(Digest content) {
        return HexFormat.of().formatHex(code(new byte[0], content));
    }

    /** Says that the object of this identifier holds this content, and no other that lies in its place. */
    byte[] binding(byte[] id, Digest content) {
        return code(id, content);
    }

    private byte[] code(byte[] before, Digest content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(naming);
            mac.update(before);
            return mac.doFinal(HexFormat.of().parseHex(content.hex()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of one object. */
    SecretKeySpec ofObject(byte[] id) {
        byte[] purpose = ByteBuffer.allocate(OBJECT.length + id.length)
                .put(OBJECT)
                .put(id)
                .array();
        try {
            return new SecretKeySpec(
                    KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.expandOnly(sealing, purpose, BYTES)),
                    "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
