package org.plumbline.repeats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.plumbline.kernel.Digest;

/**
 * What is kept of a request and its answer, under a key made of the sender's own word (HKDF-SHA256, RFC 5869;
 * AES-256-GCM, NIST SP 800-38D): whoever sends the word again can be answered, whoever has the records alone learns
 * neither a link that was shown once nor what was sent. Bytes: nonce (12), then sealed the digest of the request (32)
 * and the body.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedAnswer(Digest request, byte[] body) {
    private static final byte[] INFO = "plumbline kept answer".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int DIGEST = 32;
    private static final int TAG_BITS = 128;

    /** Sealed for this request. */
    byte[] sealed(KeyedRequest by) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] open = ByteBuffer.allocate(DIGEST + body.length)
                .put(HexFormat.of().parseHex(request.hex()))
                .put(body)
                .array();
        byte[] closed = run(Cipher.ENCRYPT_MODE, by, nonce, open);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    /**
     * What was sealed for this request.
     *
     * @throws IllegalStateException when the kept bytes were altered
     */
    static SealedAnswer opened(byte[] sealed, KeyedRequest by) {
        byte[] open = run(
                Cipher.DECRYPT_MODE,
                by,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new SealedAnswer(
                new Digest(HexFormat.of().formatHex(open, 0, DIGEST)), Arrays.copyOfRange(open, DIGEST, open.length));
    }

    private static byte[] run(int mode, KeyedRequest by, byte[] nonce, byte[] input) {
        try {
            SecretKey key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract().addIKM(by.named()).thenExpand(INFO, 32));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A kept answer can't be sealed or opened", e);
        }
    }
}
